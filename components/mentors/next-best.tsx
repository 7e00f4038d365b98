import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { inviteMentors } from "@/lib/mentors/actions";
import { decideNomination } from "@/lib/nominations/actions";
import type { ListGaps } from "@/lib/nominations/queries";
import { ActionButton } from "../ui/action-button";
import { PersonLine } from "../ui/avatar";
import { buttonClass } from "../ui/button-class";
import { Panel } from "../ui/panel";
import { WillingnessStatus } from "./mentor-state";

type Candidate = ListGaps["nextBest"][number];

/**
 * Who is missing after a no, a "not this time" or a lapse, and the next best of each floor, with the one press that asks
 * them (for organizers) or approves them (for the floor's managers).
 */
export function NextBest({
  floors,
  actor,
  cap,
  reopen,
}: {
  floors: ListGaps[];
  /** Who looks, and what they may do with the people of these lists. */
  actor: { personId: string; organizes: boolean; decides: boolean };
  cap: number;
  /** The way to open a submitted list again when nobody on it is left. */
  reopen?: (list: ListGaps) => ReactNode;
}) {
  const t = useTranslations("mentors.next");
  if (floors.length === 0) return null;
  return (
    <Panel title={t("title")} description={t("what")} flush>
      <ul className="divide-y divide-line border-t border-line">
        {floors.map((list) => (
          <li key={list.id} className="grid gap-x-8 gap-y-3 px-4 py-4 md:grid-cols-[16rem_1fr] md:px-5">
            <Gaps list={list} />
            {list.nextBest.length > 0 ? (
              <ol aria-label={t("best", { floor: list.floor.name })} className="grid gap-3">
                {list.nextBest.map((one) => (
                  <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
                    <div className="min-w-0 flex-1 basis-64">
                      <PersonLine name={one.name} detail={one.title} size="normal" />
                      <p className="mt-0.5 text-sm text-ink-soft">
                        <Facts of={one} />
                      </p>
                    </div>
                    <Step list={list} of={one} actor={actor} cap={cap} />
                  </li>
                ))}
              </ol>
            ) : (
              <div className="grid justify-items-start gap-2 text-body text-ink-soft">
                {t(actor.decides && list.state !== "SUBMITTED" ? "nobodyOpen" : "nobody")}
                {list.state === "SUBMITTED" && reopen?.(list)}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Gaps({ list: { floor, gaps } }: { list: ListGaps }) {
  const t = useTranslations("mentors.next");
  return (
    <div>
      <h3 className="mb-1 text-body font-medium">
        <bdi>{floor.name}</bdi>
      </h3>
      <ul
        aria-label={t("gapsOf", { floor: floor.name })}
        className="grid justify-items-start gap-1 text-body"
      >
        {gaps.map(({ id, name, willingness }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <bdi>{name}</bdi> <WillingnessStatus willingness={willingness} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the order is made of, in the order in which it counts. */
function Facts({ of: { score, certified, free } }: { of: Candidate }) {
  const t = useTranslations("mentors.next");
  return [
    score === null ? t("unjudged") : t("score", { score }),
    t("certified", { count: certified }),
    t("free", { count: free }),
  ].join(" · ");
}

/** The press that brings somebody a step nearer to the place; where it is not one's own, what it waits for. */
function Step({
  list,
  of: one,
  actor,
  cap,
}: {
  list: ListGaps;
  of: Candidate;
  actor: { personId: string; organizes: boolean; decides: boolean };
  cap: number;
}) {
  const t = useTranslations("mentors.next");
  const submitted = list.state === "SUBMITTED";
  const [gap] = list.gaps;
  if (one.decision === "APPROVED" && submitted && actor.organizes) {
    return (
      <ActionButton
        action={inviteMentors}
        input={{ cohortId: list.cohort.id, nominationIds: [one.id] }}
        done={t("invited", { name: one.name })}
      >
        <Named name={one.name}>{t("invite")}</Named>
      </ActionButton>
    );
  }
  if (one.decision === "PROPOSED" && actor.decides && one.personId !== actor.personId && gap) {
    const terms = { kind: gap.kind, hoursPerWeek: gap.hoursPerWeek, capacity: Math.min(gap.capacity, cap) };
    return (
      <span className="grid justify-items-end gap-1">
        <ActionButton
          action={decideNomination}
          input={{ nominationId: one.id, was: "PROPOSED" as const, decision: "APPROVED" as const, ...terms }}
          done={t("approved", { name: one.name })}
        >
          <Named name={one.name}>{t("approve")}</Named>
        </ActionButton>
        <span className="text-sm text-ink-soft md:text-xs">
          {t("approveTerms", { hours: terms.hoursPerWeek, capacity: terms.capacity })}
        </span>
      </span>
    );
  }
  const waits = one.decision === "PROPOSED" ? "undecided" : submitted ? "organizerInvites" : "listOpen";
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-body text-ink-soft">
      {t(waits)}
      {actor.organizes && !actor.decides && (
        <Link href={`/floors/${list.floor.id}/lists/${list.id}`} className={buttonClass({ size: "small" })}>
          {t("toList")}
          <span className="sr-only"> {list.floor.name}</span>
        </Link>
      )}
    </span>
  );
}

/** The words of a button with whom they are about, for those who hear it without its row. */
function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      {children}
      <span className="sr-only"> {name}</span>
    </>
  );
}
