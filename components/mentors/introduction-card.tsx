import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { timeOf } from "@/lib/dates";
import type { IntroductionCard as Card } from "@/lib/profiles/queries";
import { Definition, Definitions } from "../ui/definition-list";
import { Portrait } from "./portrait";

/** A mentor as a mentee meets them: who they are, what they can, how they work. What nobody said is left out. */
export function IntroductionCard({ card }: { card: Card }) {
  const t = useTranslations("profiles.card");
  const { told, mentored } = card;
  return (
    <div className="grid gap-5">
      <Who card={card} />
      {told?.introduction && <p className="max-w-prose whitespace-pre-line text-base">{told.introduction}</p>}
      <Definitions>
        {told?.experience && <Text term={t("experience")}>{told.experience}</Text>}
        {(told?.record || mentored.mentees > 0) && (
          <Text term={t("record")}>
            {told?.record}
            {mentored.mentees > 0 && (
              <span className="block text-ink-soft">{t("mentored", { ...mentored })}</span>
            )}
          </Text>
        )}
        {told && told.awards.length > 0 && <List term={t("awards")} items={told.awards} />}
      </Definitions>
      {told && told.strengths.length > 0 && <Strengths strengths={told.strengths} />}
      {told && <Ways card={card} told={told} />}
    </div>
  );
}

/** The photo, or the letters of the name, and who it is. */
function Who({ card: { name, title, floor, portrait } }: { card: Card }) {
  return (
    <div className="flex items-center gap-4">
      <Portrait name={name} src={portrait} />
      <div className="min-w-0">
        <bdi className="block text-lg leading-tight font-semibold tracking-tight wrap-anywhere">{name}</bdi>
        <span className="text-body text-ink-soft">{[title, floor].filter(Boolean).join(" · ")}</span>
      </div>
    </div>
  );
}

function Text({ term, children }: { term: string; children: ReactNode }) {
  return (
    <Definition term={term}>
      <span className="block max-w-prose whitespace-pre-line">{children}</span>
    </Definition>
  );
}

function List({ term, items }: { term: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Definition term={term}>
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Definition>
  );
}

type Told = NonNullable<Card["told"]>;

/** Each skill with its level, in a word and in four small steps. */
function Strengths({ strengths }: { strengths: Told["strengths"] }) {
  const t = useTranslations("profiles.card");
  return (
    <div>
      <h3 className="mb-1 text-sm text-ink-soft md:text-xs">{t("strengths")}</h3>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {strengths.map(({ skill, level }) => (
          <li key={skill} className="flex items-baseline justify-between gap-3 border-b border-line py-1.5">
            <span className="min-w-0 text-body wrap-anywhere">{skill}</span>
            <span className="flex shrink-0 items-center gap-2 text-sm text-ink-soft">
              <span aria-hidden className="tracking-tight text-accent">
                {"●".repeat(level)}
                <span className="text-line">{"●".repeat(4 - level)}</span>
              </span>
              {t(`level.${level as 1 | 2 | 3 | 4}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ways({ card, told }: { card: Card; told: Told }) {
  const t = useTranslations("profiles.card");
  const { workStartMinute: from, workEndMinute: to, communicationStyle, teaches } = told;
  const zone = card.timeZone.replaceAll("_", " ");
  return (
    <Definitions columns={2}>
      {teaches.length > 0 && (
        <Definition term={t("teaches")}>
          {teaches.map((style) => t(`learningStyle.${style}`)).join(", ")}
        </Definition>
      )}
      {communicationStyle && (
        <Definition term={t("communication")}>{t(`communicationStyle.${communicationStyle}`)}</Definition>
      )}
      <List term={t("techniques")} items={told.techniques} />
      <List term={t("interests")} items={told.interests} />
      {told.languages.length > 0 && (
        <Definition term={t("languages")}>{told.languages.join(", ")}</Definition>
      )}
      {from !== null && to !== null && (
        <Definition term={t("hours")}>
          {t("hoursFromTo", { from: timeOf(from), to: timeOf(to % 1440), zone })}
        </Definition>
      )}
    </Definitions>
  );
}
