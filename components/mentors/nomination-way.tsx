import { useTranslations } from "next-intl";
import type { OwnNomination } from "@/lib/mentors/queries";
import { untrainable } from "@/lib/mentors/rules";
import { Checklist } from "../ui/checklist";

/** The way from being proposed to having a mentee, ticked off as far as it has gone. */
export function NominationWay({ nomination }: { nomination: OwnNomination }) {
  const t = useTranslations("mentors.own.way");
  const { decision, willingness, training, pairings, waiverReason } = nomination;
  const trained = training === "COMPLETED" || training === "WAIVED";
  return (
    <Checklist
      label={t("label")}
      items={[
        { done: decision === "APPROVED", label: t("approved"), hint: t("approvedWho") },
        { done: willingness === "ACCEPTED", label: t("willing") },
        {
          done: trained,
          label: t("trained"),
          ...(untrainable(nomination) ? {} : { href: `/nominations/${nomination.id}/training` }),
          ...(waiverReason
            ? { hint: waiverReason }
            : training === "IN_PROGRESS"
              ? { hint: t("training") }
              : {}),
        },
        { done: pairings.length > 0, label: t("paired"), hint: t("pairedWho") },
      ]}
    />
  );
}
