import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { Time } from "@/components/ui/time";
import { fromDay } from "@/lib/dates";
import type { MentorToday } from "@/lib/mentoring/queries";

const most = 3;

/** A mentor's next things, each with the button that does it: what is late first, then today, then what is to be signed and answered. */
export function NextThings({ today, zone }: { today: MentorToday; zone: string }) {
  const t = useTranslations("mentoring.next");
  const format = useFormatter();
  const logs = [...today.waiting]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, status }) => ({
      key: day as string,
      title: t("log", {
        day: format.dateTime(fromDay(day), {
          timeZone: "UTC",
          weekday: "long",
          day: "numeric",
          month: "long",
        }),
      }),
      detail: status === "late" ? t("logLate") : t("logDue"),
      href: `/logs?day=${day}`,
      act: t("write"),
    }));
  const invitations = today.invitations.map(({ id, respondBy, list }) => ({
    key: id,
    title: t("invitation", { cohort: list.cohort.name }),
    detail: respondBy && <Time at={respondBy} now={today.now} zone={zone} />,
    href: `/nominations/${id}`,
    act: t("answer"),
  }));
  const unsigned = today.desk.entries
    .filter(({ signs }) => signs)
    .map(({ pairingId, mentee }) => ({
      key: pairingId,
      title: t("sign", { mentee }),
      detail: t("signWhy"),
      href: `/pairings/${pairingId}#expectations`,
      act: t("read"),
    }));
  const things = [...logs, ...unsigned, ...invitations].slice(0, most);
  if (things.length === 0) return <p className="text-body text-ink-soft">{t("none")}</p>;
  return (
    <ol className="grid gap-3">
      {things.map(({ key, title, detail, href, act }, index) => (
        <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-2 text-body">
          <div className="min-w-0 flex-1 basis-52">
            <h3 className="font-medium">{title}</h3>
            <p className="text-sm text-ink-soft">{detail}</p>
          </div>
          <Link href={href} className={buttonClass(index === 0 ? { tone: "primary" } : {})}>
            {act}
            <span className="sr-only">: {title}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
