import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Suggestions } from "@/lib/suggestions/explained";

/** What matching does not know of those whom it pairs, and what some need who are in no suggestion yet. */
export function KnowledgeGaps({ cohortId, gaps }: { cohortId: string; gaps: Suggestions["gaps"] }) {
  const t = useTranslations("suggestions.gaps");
  const { intakes, mentees, cards, needs } = gaps;
  return (
    <>
      {(intakes > 0 || cards > 0) && (
        <p className="text-body">
          {intakes > 0 && t("intakes", { intakes, mentees })} {cards > 0 && t("cards", { cards })} {t("what")}{" "}
          <Link href={`/cohorts/${cohortId}/intakes`} className="reach link">
            {t("toIntakes")}
          </Link>
        </p>
      )}
      {needs.length > 0 && (
        <details className="text-body">
          <summary className="reach cursor-pointer font-medium">
            {t("needs", { count: needs.length })}
          </summary>
          <ul className="mt-1 grid gap-1 pl-5">
            {needs.map((one) => (
              <li key={one.enrollmentId}>
                <bdi className="font-medium">{one.mentee}</bdi>:{" "}
                <bdi className="whitespace-pre-line">{one.needs}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
