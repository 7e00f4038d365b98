import { useTranslations } from "next-intl";
import { timeOf } from "@/lib/dates";
import type { ShownIntake } from "@/lib/intakes/queries";
import { Definition, Definitions } from "../ui/definition-list";

/** What is known of a mentee, as far as the reader may see it. */
export function IntakeFacts({ intake }: { intake: ShownIntake }) {
  const t = useTranslations("intakes.facts");
  const { goals, skills, told, needs } = intake;
  const gaps = skills.filter(({ level }) => level !== null && level > 0);
  const asked = skills.some(({ level }) => level !== null);
  return (
    <Definitions>
      <Definition term={t("goals")}>
        {goals.length > 0 ? (
          <ul className="grid list-disc gap-0.5 pl-5">
            {goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
        ) : null}
      </Definition>
      <Definition term={t("gaps")}>
        {gaps.length > 0 ? (
          <ul className="grid max-w-md">
            {gaps.map(({ id, name, level }) => (
              <li key={id} className="flex justify-between gap-3 border-b border-line py-1">
                {name}
                <span className="shrink-0 tabular-nums text-ink-soft">{t("gap", { level: level ?? 0 })}</span>
              </li>
            ))}
          </ul>
        ) : (
          asked && t("noGap")
        )}
      </Definition>
      {told && <Told told={told} />}
      {needs && (
        <Definition term={t("needs")}>
          {needs.text ? (
            <>
              <span className="block max-w-prose whitespace-pre-line">{needs.text}</span>
              <span className="text-sm text-ink-soft">{t(needs.forMatching ? "needsYes" : "needsNo")}</span>
            </>
          ) : null}
        </Definition>
      )}
    </Definitions>
  );
}

function Told({ told }: { told: NonNullable<ShownIntake["told"]> }) {
  const t = useTranslations("intakes.facts");
  const words = useTranslations("matching");
  const {
    learningStyle,
    trainerStyle,
    communicationStyle,
    variety,
    workStartMinute: from,
    workEndMinute: to,
  } = told;
  const several = (items: string[]) => (items.length > 0 ? items.join(", ") : null);
  return (
    <>
      <Definition term={t("learning")}>
        {trainerStyle && t("trainerSays", { style: words(`learningStyle.${trainerStyle}`) })}
        {learningStyle && (
          <span className="block">{t("menteeSays", { style: words(`learningStyle.${learningStyle}`) })}</span>
        )}
        {trainerStyle && learningStyle && trainerStyle !== learningStyle && (
          <span className="block text-sm text-ink-soft">{t("trainerCounts")}</span>
        )}
      </Definition>
      <Definition term={t("communication")}>
        {communicationStyle && words(`communicationStyle.${communicationStyle}`)}
      </Definition>
      <Definition term={t("variety")}>{variety && words(`variety.${variety}`)}</Definition>
      <Definition term={t("interests")}>{several(told.interests)}</Definition>
      <Definition term={t("languages")}>{several(told.languages)}</Definition>
      <Definition term={t("hours")}>
        {from !== null && to !== null ? `${timeOf(from)}–${timeOf(to % 1440)}` : null}
      </Definition>
      <Definition term={t("confidence")}>
        {told.confidenceBefore && t("confidenceOf", { level: told.confidenceBefore })}
      </Definition>
    </>
  );
}
