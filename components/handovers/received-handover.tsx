import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Day, dayAt } from "@/lib/dates";
import type { Received } from "@/lib/handovers/queries";
import { DayWords } from "../cohorts/day-words";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";

/** What the mentor before handed over: open things first, then goals, skills, the last logs and what comes next. */
export function ReceivedHandover({ handover, now, zone }: { handover: Received; now: Date; zone: string }) {
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
        <Part title={t("goals")} empty={t("empty")}>
          {goals.map((goal) => (
            <li key={goal.indicator}>
              {goal.indicator}: {[goal.baseline, goal.target].filter(Boolean).join(" → ")} · {day(goal.dueOn)}{" "}
              · {t(goal.agreed ? "agreed" : "proposed")}
            </li>
          ))}
        </Part>
        <Part title={t("skills")} empty={t("empty")}>
          {skills.map(({ name, times, lastOn }) => (
            <li key={name}>
              {t("skill", { name, times })}, {t("lastOn")} {day(lastOn)}
            </li>
          ))}
        </Part>
        {missed.length > 0 && (
          <Part title={t("missed")} empty={t("empty")}>
            {missed.map((one) => (
              <li key={`${one.day}${one.title}`}>
                {one.title}, {day(one.day)}
              </li>
            ))}
          </Part>
        )}
        <Part title={t("logs")} empty={t("empty")}>
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
        <Part title={t("sessions")} empty={t("empty")}>
          {sessions.map(({ title, startsAt }) => (
            <li key={`${startsAt}${title}`}>
              {title}, <Time at={new Date(startsAt)} now={now} zone={zone} />
            </li>
          ))}
        </Part>
      </div>
    </Panel>
  );
}

function Part({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <section>
      <h3 className="mb-1 font-medium">{title}</h3>
      {children.length === 0 ? (
        <p className="text-ink-soft">{empty}</p>
      ) : (
        <ul className="grid gap-1.5">{children}</ul>
      )}
    </section>
  );
}
