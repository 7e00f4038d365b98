import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MenteeRecord } from "@/lib/mentees/queries";
import { DayWords } from "../cohorts/day-words";
import { PairingStatus } from "../pairings/pairing-state";
import { PersonLine } from "../ui/avatar";

/** Who mentors a mentee, and who did before, with from when to when. */
export function MentorLines({ pairings }: { pairings: MenteeRecord["pairings"] }) {
  const t = useTranslations("pairings.state.kind");
  return (
    <ul className="grid gap-3">
      {pairings.map(({ id, kind, state, startsOn, endsOn, mentor, opens }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2">
          <PersonLine
            name={mentor.name}
            size="normal"
            detail={
              <>
                {t(kind)} · <DayWords day={startsOn} />–<DayWords day={endsOn} />
              </>
            }
          >
            {opens ? (
              <Link className="link" href={`/pairings/${id}`}>
                {mentor.name}
              </Link>
            ) : (
              mentor.name
            )}
          </PersonLine>
          <PairingStatus state={state} />
        </li>
      ))}
    </ul>
  );
}
