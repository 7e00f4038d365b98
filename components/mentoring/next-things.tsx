import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { SentenceText } from "@/components/ui/sentence";
import { Time } from "@/components/ui/time";
import { fromDay } from "@/lib/dates";
import type { MentorToday } from "@/lib/mentoring/queries";
import { incompleteness } from "@/lib/mentors/training";

const most = 3;

/** A mentor's next things, each with the button that does it: what is late first, then today, what is to be signed, answered and learned. */
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
  const invitations = today.invitations.map(({ id, respondBy, cohort }) => ({
    key: id,
    title: t("invitation", { cohort }),
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
  const trainings = today.trainings.map(({ id, cohort, progress }) => {
    const missing = incompleteness(progress);
    return {
      key: id,
      title: t("training", { cohort }),
      detail: missing && <SentenceText of={missing} />,
      href: `/nominations/${id}/training`,
      act: t("train"),
    };
  });
  const things = [...logs, ...unsigned, ...invitations, ...trainings].slice(0, most);
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
