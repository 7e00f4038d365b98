import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AskLists } from "@/components/mentors/ask-lists";
import { BulkSteps } from "@/components/mentors/bulk-steps";
import { FloorSupply } from "@/components/mentors/floor-supply";
import { MentorPeople, type MentorPerson } from "@/components/mentors/mentor-people";
import { NextBest } from "@/components/mentors/next-best";
import { ReopenList } from "@/components/mentors/reopen-list";
import { SupplySummary } from "@/components/mentors/supply-summary";
import { WaitingPanel } from "@/components/nudges/waiting-panel";
import { Words } from "@/components/shell/words";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { addDays, dayAt } from "@/lib/dates";
import { getSettings } from "@/lib/matching/queries";
import type { MatchingSettings } from "@/lib/matching/schema";
import { loadsInCohort, type StatedLoads } from "@/lib/mentor-loads/queries";
import { getSupply, type Supply } from "@/lib/mentors/queries";
import {
  availableRooms,
  funnelOf,
  type NextStep,
  needByFloor,
  nextStep,
  recommendedNeed,
} from "@/lib/mentors/supply";
import { incompleteness } from "@/lib/mentors/training";
import { getGaps } from "@/lib/nominations/queries";
import { nudgeCalendar } from "@/lib/nudges/queries";
import { waitingFor } from "@/lib/nudges/waiting";
import { otherCohorts } from "@/lib/pairings/other-cohorts";
import { getCohortLoads, type Loads, placesOf } from "@/lib/pairings/queries";

type Props = {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const clientWords = [
  "errors",
  "capacities",
  "nudges",
  "mentor-leave",
  "training.refused",
  ...(["refused", "invalid", "ask", "reopen", "waive", "row", "bulk"] as const).map(
    (part) => `mentors.${part}` as const,
  ),
] as const;

/** What the list of people can be narrowed to: those who wait for the same next step. */
const filters = {
  invite: ["invite", "inviteAgain"],
  answer: ["answer"],
  train: ["begin", "complete"],
  decide: ["decide"],
} satisfies Record<string, NextStep[]>;
type Filter = keyof typeof filters;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mentors.supply");
  return { title: t("title") };
}

export default async function MentorsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const cohortId = pageId((await params).cohortId);
  const [supply, loads, hours, gaps, settings, calendar, others] = await orNotFound(
    Promise.all([
      getSupply(actor, cohortId),
      getCohortLoads(actor, cohortId),
      loadsInCohort(actor, cohortId),
      getGaps(actor, cohortId),
      getSettings(actor, cohortId),
      nudgeCalendar(),
      otherCohorts(actor, cohortId),
    ]),
  );
  const { show } = await searchParams;
  const filter = Object.keys(filters).find((name): name is Filter => name === show);
  const people = peopleOf(supply, loads);
  const now = clock.now();
  const today = dayAt(now, supply.timeZone);
  const day = supply.listsDueOn && supply.listsDueOn > today ? supply.listsDueOn : addDays(today, 1);
  const { need, floors } = needOf(supply, people, settings.floorRule);
  const unasked = floors.filter((floor) => !floor.list);
  const running = ["DRAFT", "PLANNING", "READY", "ACTIVE"].includes(supply.state);
  return (
    <Words of={clientWords}>
      <div className="grid gap-5">
        <SupplySummary
          mentees={supply.mentees}
          paired={supply.leads.length}
          funnel={funnelOf(people)}
          complete={supply.floors.every((floor) => floor.list?.state === "SUBMITTED")}
          need={need}
          undecided={people.filter(({ decision, paused }) => decision === "PROPOSED" && !paused).length}
          others={others}
        />
        <FloorSupply
          floors={floors}
          now={now}
          zone={actor.timeZone}
          reopenDay={day}
          actions={
            unasked.length > 0 && running && <AskLists cohortId={supply.id} floors={unasked} day={day} />
          }
        />
        <NextBest
          floors={gaps}
          actor={{ personId: actor.personId, organizes: true, decides: false }}
          cap={supply.cap}
          reopen={({ id, floor }) => <ReopenList listId={id} floor={floor.name} day={day} />}
        />
        {running && (
          <WaitingPanel
            waiting={waitingFor(supply.floors)}
            now={now}
            zone={actor.timeZone}
            calendar={calendar}
          />
        )}
        <People {...{ supply, people, hours, filter, now }} zone={actor.timeZone} />
      </div>
    </Words>
  );
}

/** How many lead mentors are needed in all and of each floor, which has so many. */
function needOf(
  supply: Supply,
  people: ReturnType<typeof peopleOf>,
  floorRule: MatchingSettings["floorRule"],
) {
  const need = recommendedNeed({
    mentees: supply.mentees,
    rooms: availableRooms(people, supply.cap),
    cap: supply.cap,
    shared: supply.model !== "ONE_TO_ONE",
  });
  const needed = needByFloor(need, supply.floors, floorRule);
  const floors = supply.floors.map((floor) => ({
    ...floor,
    needed: needed.get(floor.id) ?? 0,
    funnel: funnelOf(people.filter((one) => one.floorId === floor.id)),
  }));
  return { need, floors };
}

function peopleOf(supply: Supply, loads: Loads): (MentorPerson & { floorId: string; step: NextStep })[] {
  return supply.floors.flatMap((floor) =>
    (floor.list?.nominations ?? []).map((nomination) => ({
      ...nomination,
      ...placesOf(loads, nomination.person.id, "LEAD", nomination.capacity),
      here: supply.leads.filter((mentorId) => mentorId === nomination.person.id).length,
      offered: nomination.capacity,
      paused: nomination.person.pauses.length > 0,
      floor: floor.name,
      floorId: floor.id,
      listState: floor.list?.state ?? "REQUESTED",
      step: nextStep(nomination),
    })),
  );
}

async function People({
  supply,
  people,
  hours,
  filter,
  now,
  zone,
}: {
  supply: Supply;
  people: ReturnType<typeof peopleOf>;
  hours: StatedLoads;
  filter: Filter | undefined;
  now: Date;
  zone: string;
}) {
  const t = await getTranslations("mentors.supply");
  const address = `/cohorts/${supply.id}/mentors`;
  const waiting = (step: NextStep) => people.filter((one) => one.step === step);
  const inviteable = waiting("invite").filter(
    (one) => one.listState === "SUBMITTED" && !one.person.deactivatedAt && one.person.pauses.length === 0,
  );
  const ids = (list: { id: string }[]) => list.map((one) => one.id);
  const count = (name: Filter) => filters[name].reduce((sum, step) => sum + waiting(step).length, 0);
  const wanted: readonly NextStep[] | undefined = filter && filters[filter];
  const shown = wanted ? people.filter((one) => wanted.includes(one.step)) : people;
  const names = Object.keys(filters) as Filter[];
  return (
    <Panel
      title={t("people")}
      flush
      actions={
        <>
          <Link className="link px-2 py-2 text-body md:py-0" href={`${address}/training`}>
            {t("toTraining")}
          </Link>
          <BulkSteps
            cohortId={supply.id}
            invite={ids(inviteable)}
            begin={ids(waiting("begin"))}
            complete={ids(waiting("complete").filter((one) => incompleteness(one.progress) === null))}
          />
        </>
      }
    >
      {people.length > 0 && (
        <div className="px-4 pb-3 md:px-5">
          <FilterChips
            label={t("filter.label")}
            clearHref={address}
            chips={names.map((name) => ({
              href: `${address}?show=${name}`,
              label: t(`filter.${name}`),
              count: count(name),
              current: name === filter,
            }))}
          />
        </div>
      )}
      {shown.length > 0 ? (
        <MentorPeople people={shown} hours={hours} cohort={supply} now={now} zone={zone} />
      ) : (
        <EmptyState icon={<UserPlus />} title={t(filter ? "nobodySuch" : "nobody")}>
          {t(filter ? "nobodySuchWhy" : "nobodyWhy")}
        </EmptyState>
      )}
    </Panel>
  );
}
