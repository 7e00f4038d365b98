import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Day, dayAt } from "@/lib/dates";
import type { Received } from "@/lib/handovers/queries";
import { DayWords } from "../cohorts/day-words";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";

/** What the mentor before handed over: open things first, then goals, skills, the last logs and what comes next. */
export function ReceivedHandover({ handover, zone }: { handover: Received; zone: string }) {
  const t = useTranslations("handovers.received");
  const { from, by, createdAt, note, goals, skills, logs, missed, sessions } = handover;
  const day = (one: Day) => <DayWords day={one} />;
  return (
    <Panel
      title={t("title", { from })}
      description={t.rich("what", { by, date: () => day(dayAt(createdAt, zone)) })}
    >
      <div className="grid gap-4 text-body">
        {note && <p className="whitespace-pre-line rounded-control bg-due-soft px-3 py-2">{note}</p>}
        <Part title={t("goals")}>
          {goals.map((goal) => (
            <li key={goal.indicator}>
              {goal.indicator}: {[goal.baseline, goal.target].filter(Boolean).join(" → ")} · {day(goal.dueOn)}{" "}
              · {t(goal.agreed ? "agreed" : "proposed")}
            </li>
          ))}
        </Part>
        <Part title={t("skills")}>
          {skills.map(({ name, times, lastOn }) => (
            <li key={name}>
              {t("skill", { name, times })}, {t("lastOn")} {day(lastOn)}
            </li>
          ))}
        </Part>
        <Part title={t("missed")}>
          {missed.map((one) => (
            <li key={`${one.day}${one.title}`}>
              {one.title}, {day(one.day)}
            </li>
          ))}
        </Part>
        <Part title={t("logs")}>
          {logs.map((log) => (
            <li key={`${log.day}${log.author}`}>
              <span className="text-ink-soft">
                {day(log.day)}, <bdi>{log.author}</bdi>
              </span>
              <span className="block whitespace-pre-line">
                {[log.learned, log.note].filter(Boolean).join("\n")}
              </span>
            </li>
          ))}
        </Part>
        <Part title={t("sessions")}>
          {sessions.map(({ title, startsAt }) => (
            <li key={`${startsAt}${title}`}>
              {title}, <Time at={new Date(startsAt)} zone={zone} show="both" />
            </li>
          ))}
        </Part>
      </div>
    </Panel>
  );
}

/** What there is of one thing; nothing where there is none. */
function Part({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 font-medium">{title}</h3>
      <ul className="grid gap-1.5">{children}</ul>
    </section>
  );
}
