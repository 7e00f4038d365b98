import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PairingPage } from "@/lib/agreements/queries";
import { PersonLine } from "../ui/avatar";
import { Definition, Definitions } from "../ui/definition-list";
import { Panel } from "../ui/panel";

/** One of the two, as the other needs to know them: who they are, where, and how to write to them. */
export function PairCard({ pairing, who }: { pairing: PairingPage; who: "mentor" | "mentee" }) {
  const t = useTranslations("agreements.card");
  const { side, enrollment, nomination } = pairing;
  const person = who === "mentor" ? pairing.mentor : enrollment.person;
  // A floor's manager follows the mentee, and need not know the mentor; a mentee knows a mentor of before no longer.
  const parted = pairing.state === "REASSIGNED" || pairing.state === "ENDED_EARLY";
  const knowsBoth = (side !== null && !parted) || pairing.stands.has("organizer");
  const own = { mentor: "yourMentor", mentee: "yourMentee" } as const;
  return (
    <Panel
      title={t(side && side !== who ? own[who] : who)}
      actions={
        <>
          {knowsBoth && (
            <Link
              href={who === "mentor" ? `/mentors/${person.id}` : `/mentees/${enrollment.id}/intake`}
              className="link text-body"
            >
              {t(who === "mentor" ? "introduction" : "intake")}
            </Link>
          )}
          {who === "mentee" && (
            <Link href={`/mentees/${enrollment.id}`} className="link text-body">
              {t("record")}
            </Link>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <PersonLine
          name={person.name}
          size="normal"
          detail={[person.title, person.floor?.name].filter(Boolean).join(" · ")}
        />
        <Definitions>
          <Definition term={t("write")}>
            <a className="link break-all" href={`mailto:${person.email}`}>
              {person.email}
            </a>
          </Definition>
          {who === "mentor" && nomination.hoursPerWeek > 0 && (
            <Definition term={t("hours")}>{t("hoursWeek", { count: nomination.hoursPerWeek })}</Definition>
          )}
          {person.timeZone !== pairing.cohort.timeZone && (
            <Definition term={t("zone")}>{person.timeZone.replaceAll("_", " ")}</Definition>
          )}
        </Definitions>
      </div>
    </Panel>
  );
}
