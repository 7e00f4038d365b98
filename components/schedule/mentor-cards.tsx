import Link from "next/link";
import { useTranslations } from "next-intl";
import { PersonLine } from "@/components/ui/avatar";
import type { OwnSchedule } from "@/lib/schedule/queries";

/** A mentee's mentors, with what they do and how to write to them. */
export function MentorCards({ mentors }: { mentors: OwnSchedule["mentors"] }) {
  const t = useTranslations("schedule.mentee");
  if (mentors.length === 0) return <p className="text-body text-ink-soft">{t("mentorNone")}</p>;
  return (
    <ul className="grid gap-4">
      {mentors.map(({ id, kind, mentor, left, signs }) => (
        <li key={id} className="grid gap-1 text-body">
          <PersonLine
            name={mentor.name}
            size="normal"
            detail={[t(kind === "LEAD" ? "lead" : "call"), mentor.title, mentor.floor?.name]
              .filter(Boolean)
              .join(" · ")}
          />
          <a className="link break-all" href={`mailto:${mentor.email}`}>
            {mentor.email}
          </a>
          <Link className="link" href={`/mentors/${mentor.id}`}>
            {t("card")}
          </Link>
          <Link className="link" href={`/pairings/${id}`}>
            {t(signs ? "sign" : "pairing")}
          </Link>
          {left !== null && <span className="text-sm text-ink-soft">{t("left", { count: left })}</span>}
        </li>
      ))}
    </ul>
  );
}
