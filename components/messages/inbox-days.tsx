import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { addDays, type Day, dayAt, fromDay } from "@/lib/dates";
import type { Inbox, InboxEntry } from "@/lib/messages/queries";
import { MailText } from "./mail-text";
import { MarkRead } from "./mark-read";
import { NotificationLink } from "./notification-link";

function Notification({ entry, now, zone }: { entry: InboxEntry; now: Date; zone: string }) {
  const t = useTranslations("messages.inbox");
  return (
    <li className="relative flex items-start gap-3 border-line px-4 py-3 not-first:border-t hover:bg-hover md:px-5">
      <span aria-hidden className="grid h-6 w-2 shrink-0 place-items-center">
        {!entry.read && <span className="size-2 rounded-full bg-accent" />}
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5 text-body">
        <h3 className="wrap-anywhere">
          {!entry.read && <span className="sr-only">{t("new")}: </span>}
          {entry.inApp ? (
            <NotificationLink messageId={entry.id} href={entry.href} read={entry.read}>
              {entry.title}
            </NotificationLink>
          ) : (
            <span className="font-medium">{entry.title}</span>
          )}
        </h3>
        <p className="text-ink-soft wrap-anywhere">{entry.body}</p>
        <p className="text-sm text-ink-faint md:text-xs">
          <Time at={entry.at} now={now} zone={zone} />
          {!entry.inApp && <> · {t("mailOnly")}</>}
        </p>
        {entry.mail && <MailText mail={entry.mail} label={t("mail")} />}
      </div>
      {!entry.read && (
        <div className="relative">
          <MarkRead messageId={entry.id} title={entry.title} />
        </div>
      )}
    </li>
  );
}

/** Notifications below the day on which they came. */
export function InboxDays({ days, now, zone }: { days: Inbox["days"]; now: Date; zone: string }) {
  const t = useTranslations("messages.inbox");
  const format = useFormatter();
  const today = dayAt(now, zone);
  const named = (day: Day) => {
    if (day === today) return t("today");
    if (day === addDays(today, -1)) return t("yesterday");
    return format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
  };
  return days.map(({ day, entries }) => (
    <Panel key={day} title={named(day)} flush>
      <ol className="border-t border-line">
        {entries.map((entry) => (
          <Notification key={entry.id} entry={entry} now={now} zone={zone} />
        ))}
      </ol>
    </Panel>
  ));
}
