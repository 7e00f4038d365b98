import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Stuck, StuckMentee } from "@/lib/suggestions/stuck";
import { isolated } from "@/lib/text";

/** Who is stuck for the same reasons, together: of a large cohort dozens can be. */
function inTheWay(stuck: readonly StuckMentee[]): Map<string, [StuckMentee, ...StuckMentee[]]> {
  const groups = new Map<string, [StuckMentee, ...StuckMentee[]]>();
  for (const one of stuck) {
    const key = [one.reason, ...one.rules].join(" ");
    const those = groups.get(key);
    if (those) those.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Who cannot be paired, what is in the way, and what would help. */
export function StuckMentees({ stuck }: { stuck: Stuck }) {
  const t = useTranslations("suggestions.stuck");
  const rule = useTranslations("matching.rule");
  const { mentees } = stuck;
  if (mentees.length === 0) return null;
  return (
    <div className="grid gap-1 text-body">
      <h3 className="font-medium">{t("title", { count: mentees.length })}</h3>
      <ul className="grid gap-1">
        {[...inTheWay(mentees)].map(([key, those]) => (
          <li key={key}>
            <details>
              <summary className="reach cursor-pointer">
                <span className="font-medium">{t("those", { count: those.length })}</span>{" "}
                <span className="text-ink-soft">
                  {t(those[0].reason)} {those[0].rules.map((one) => rule(one)).join(" ")}
                </span>
              </summary>
              <p className="mt-1 pl-5">{those.map(({ mentee }) => mentee).join(", ")}</p>
            </details>
          </li>
        ))}
      </ul>
      <Help stuck={stuck} />
    </div>
  );
}

/** Each way out by itself: what is nearest first. */
function Help({ stuck }: { stuck: Stuck }) {
  const t = useTranslations("suggestions.stuck");
  const { coming, unlock, exceptions, places, mentors } = stuck;
  const named = <One extends { mentor: string }>(one: One) => ({ ...one, mentor: isolated(one.mentor) });
  const kept = unlock.map((one) => t("kept", { ...named(one), mentee: isolated(one.mentee) })).join(", ");
  const more = places.map((one) => t("places", named(one))).join(", ");
  const ways: ReactNode[] = [
    coming.mentors > 0 && t("coming", coming),
    kept && t("unlock", { kept }),
    ...exceptions.map((one) => t("exception", one)),
    more && t("change", { more }),
    ...mentors.map(({ floor, ...one }) =>
      t("mentors", { ...one, floor: floor && isolated(floor), own: floor ? "yes" : "no" }),
    ),
  ];
  return (
    <>
      <p className="mt-1 font-medium">{t("help")}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {ways.map((way) => way && <li key={String(way)}>{way}</li>)}
      </ul>
    </>
  );
}
