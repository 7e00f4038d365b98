import { Circle, CircleDashed, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import { ineligibility } from "@/lib/mentors/rules";
import type { PairingBoard } from "@/lib/pairings/queries";
import { SentenceText } from "../ui/sentence";

type Taken = { pairingId: string; name: string; confirmed: boolean };

/** Each approved call mentor as a lane of places: taken here, taken by another cohort, free. */
export function CallLanes({ board }: { board: PairingBoard }) {
  const t = useTranslations("pairings.lanes");
  const here = new Map<string, Taken[]>();
  for (const { pairings, name } of board.mentees) {
    for (const { mentorId, pairingId, kind: as, state } of pairings) {
      if (as !== "CALL") continue;
      const taken = { pairingId, name, confirmed: state !== "SUGGESTED" };
      here.set(mentorId, [...(here.get(mentorId) ?? []), taken]);
    }
  }
  const mentors = board.mentors.filter((mentor) => mentor.kind !== "LEAD");
  if (mentors.length === 0) return <p className="text-body text-ink-soft">{t("none")}</p>;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4">
      {mentors.map((mentor) => {
        const { capacity, load } = mentor.places.CALL;
        const taken = here.get(mentor.personId) ?? [];
        const elsewhere = Math.max(0, load - taken.length);
        const reason = ineligibility({ ...mentor, capacity: capacity + load, currentLoad: load });
        return (
          <li key={mentor.nominationId} className="grid gap-1">
            <div className="flex items-baseline justify-between gap-3 text-body">
              <bdi className="min-w-0 truncate font-medium">{mentor.name}</bdi>
              <span className="shrink-0 text-sm text-ink-soft tabular-nums md:text-xs">
                {t("places", { load, capacity })}
              </span>
            </div>
            {reason ? (
              <p className="text-sm text-ink-soft">
                <SentenceText of={reason} />
              </p>
            ) : (
              <ul className="flex flex-wrap gap-1.5 text-sm [&_svg]:size-3.5 [&_svg]:shrink-0">
                {taken.map((one) => (
                  <li
                    key={one.pairingId}
                    className="inline-flex max-w-full items-center gap-1.5 rounded-full bg-accent-soft py-0.5 pr-2.5 pl-2 text-accent"
                  >
                    {one.confirmed ? <CircleDot aria-hidden /> : <CircleDashed aria-hidden />}
                    <bdi className="truncate">{one.name}</bdi>
                    {!one.confirmed && <span className="sr-only">{t("suggested")}</span>}
                  </li>
                ))}
                {elsewhere > 0 && (
                  <li className="rounded-full bg-hover px-2.5 py-0.5 text-ink-soft">
                    {t("elsewhere", { count: elsewhere })}
                  </li>
                )}
                {capacity > load && (
                  <li className="inline-flex items-center gap-1.5 rounded-full border border-dashed border-edge px-2.5 py-0.5 text-ink-soft">
                    <Circle aria-hidden />
                    {t("free", { count: capacity - load })}
                  </li>
                )}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
