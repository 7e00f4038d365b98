import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Funnel, Need } from "@/lib/mentors/supply";
import type { OtherCohort } from "@/lib/pairings/other-cohorts";
import { Banner, type BannerTone } from "../ui/banner";

/**
 * What there is against what is needed, as one sentence of judgement and one of numbers. Places are those of lead
 * mentors; call mentors are counted apart.
 */
export function SupplySummary({
  mentees,
  paired,
  funnel,
  complete,
  need,
  undecided,
  others,
}: {
  mentees: number;
  paired: number;
  funnel: Funnel;
  /** Every floor has submitted its list. */
  complete: boolean;
  need: Need;
  /** How many are proposed on whom nobody has decided yet. */
  undecided: number;
  /** What else asks for mentors of these floors meanwhile. */
  others: OtherCohort[];
}) {
  const t = useTranslations("mentors.supply");
  const open = Math.max(0, mentees - paired);
  const { free, coming, callMentors } = funnel;
  const verdict = open <= free ? "enough" : open <= free + coming ? "coming" : complete ? "short" : "soFar";
  const tones = { enough: "done", coming: "due", soFar: "due", short: "missed" } satisfies Record<
    string,
    BannerTone
  >;
  const words = mentees === 0 ? "nobody" : open === 0 ? "paired" : verdict;
  return (
    <Banner
      tone={mentees === 0 ? "info" : open === 0 ? "done" : tones[verdict]}
      title={t(`verdict.${words}`, { open, free, coming, missing: open - free - coming })}
    >
      {t("numbers", { mentees, paired, free, coming, callMentors })}
      {mentees > 0 && open > 0 && (
        <span className="mt-1 block">
          {t(`need.${need.missing > 0 ? "short" : need.ratio === 1 ? "oneToOne" : "shared"}`, {
            ...need,
            undecided,
          })}
        </span>
      )}
      {others.length > 0 && (
        <span className="mt-1 block">
          {t("others")}{" "}
          {others.map(({ id, name, open: without }, index) => (
            <Fragment key={id}>
              {index > 0 && ", "}
              <Link href={`/cohorts/${id}/mentors`} className="link">
                <bdi>{name}</bdi>
              </Link>{" "}
              {t("othersOpen", { count: without })}
            </Fragment>
          ))}
        </span>
      )}
    </Banner>
  );
}
