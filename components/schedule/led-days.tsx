import { useFormatter, useTranslations } from "next-intl";
import { type Day, fromDay } from "@/lib/dates";
import type { LedSession } from "@/lib/mentoring/queries";
import { LedSessions } from "../mentoring/led-session";
import { Panel } from "../ui/panel";

/** What somebody leads, day by day. */
export function LedDays({
  days,
  today,
  zone,
}: {
  days: { day: Day; sessions: LedSession[] }[];
  today: Day;
  zone: string;
}) {
  const t = useTranslations("schedule.own");
  const format = useFormatter();
  const say = (day: Day) =>
    format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
  return days.map(({ day, sessions }) => (
    <Panel key={day} id={`led-${day}`} flush title={day === today ? `${say(day)} · ${t("today")}` : say(day)}>
      <LedSessions sessions={sessions} zone={zone} />
    </Panel>
  ));
}
