import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ListedIntake } from "@/lib/intakes/queries";
import { PersonLine } from "../ui/avatar";
import { Status } from "../ui/badge";

/** The mentees of a cohort, each with what of their intake is there. */
export function IntakeList({ intakes }: { intakes: ListedIntake[] }) {
  const t = useTranslations("intakes.list");
  if (intakes.length === 0) return <p className="px-4 pb-4 text-body text-ink-soft md:px-5">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line">
      {intakes.map((intake) => (
        <li
          key={intake.enrollmentId}
          className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-2 text-body md:px-5"
        >
          <PersonLine name={intake.name} detail={intake.detail}>
            <Link href={`/mentees/${intake.enrollmentId}/intake`} className="reach link">
              {intake.name}
            </Link>
          </PersonLine>
          <IntakeState intake={intake} />
        </li>
      ))}
    </ul>
  );
}

/** Which parts of an intake are there: both, one of them, none. */
export function IntakeState({
  intake,
}: {
  intake: Pick<ListedIntake, "menteeFilledAt" | "trainerFilledAt">;
}) {
  const t = useTranslations("intakes.state");
  const { menteeFilledAt, trainerFilledAt } = intake;
  if (menteeFilledAt && trainerFilledAt) return <Status tone="done">{t("both")}</Status>;
  if (menteeFilledAt) return <Status tone="due">{t("mentee")}</Status>;
  if (trainerFilledAt) return <Status tone="due">{t("trainer")}</Status>;
  return <Status>{t("none")}</Status>;
}
