import { Users } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { UnannouncedPanel } from "@/components/announcements/unannounced-panel";
import { CallLanes } from "@/components/pairings/call-lanes";
import { ConfirmPairings } from "@/components/pairings/confirm-pairings";
import { MenteeTable } from "@/components/pairings/mentee-table";
import { Words } from "@/components/shell/words";
import { Lanes } from "@/components/suggestions/lanes";
import { MovesOf } from "@/components/suggestions/moves";
import { SuggestionsPanel } from "@/components/suggestions/suggestions-panel";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Panel } from "@/components/ui/panel";
import { unannouncedPairings } from "@/lib/announcements/queries";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { type BoardMentee, getPairingBoard, type PairingBoard } from "@/lib/pairings/queries";
import { timeRefusal } from "@/lib/pairings/rules";
import { getLastRun, getSuggestions } from "@/lib/suggestions/queries";

type Props = {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const parts = ["refused", "invalid", "state", "choose", "chip", "end", "mentees", "confirm"] as const;
const clientWords = [
  "errors",
  "matching.factor",
  "matching.reason",
  "matching.rule",
  "mentor-leave.refused",
  "mentor-loads.short",
  "mentors.refused",
  "sessions.refused",
  "announcements",
  "suggestions.suggest",
  "suggestions.refused",
  "suggestions.run",
  "suggestions.lanes",
  "suggestions.lock",
  "suggestions.move",
  ...parts.map((part) => `pairings.${part}` as const),
] as const;

const filters = ["without", "suggested", "confirmed"] as const;
type Filter = (typeof filters)[number];

/** What a mentee's lead mentor is: none, suggested, or more than that. */
function standingOf({ pairings }: BoardMentee): Filter {
  const lead = pairings.find((one) => one.kind === "LEAD");
  if (!lead) return "without";
  return lead.state === "SUGGESTED" ? "suggested" : "confirmed";
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pairings");
  return { title: t("title") };
}

export default async function PairingsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const cohortId = pageId((await params).cohortId);
  const [board, unannounced, suggestions, run, t, moving] = await Promise.all([
    orNotFound(getPairingBoard(actor, cohortId)),
    orNotFound(unannouncedPairings(actor, cohortId)),
    orNotFound(getSuggestions(actor, cohortId)),
    orNotFound(getLastRun(actor, cohortId)),
    getTranslations("pairings"),
    getTranslations("suggestions.lanes"),
  ]);
  const { show } = await searchParams;
  const filter = filters.find((name) => name === show);
  const open = timeRefusal({ cohort: board.state, enrollment: "ENROLLED" }) === null;
  return (
    <Words of={clientWords}>
      <div className="grid gap-5">
        <UnannouncedPanel cohortId={cohortId} pairings={unannounced} />
        <MovesOf map={suggestions.moves}>
          {open && board.mentees.length > 0 && (
            <SuggestionsPanel cohortId={cohortId} suggestions={suggestions} run={run} zone={actor.timeZone} />
          )}
          <Panel title={t("lanes.title.LEAD")} description={moving("what")}>
            <Lanes />
          </Panel>
        </MovesOf>
        <Mentees board={board} filter={filter} />
        <Panel title={t("lanes.title.CALL")} description={t("lanes.what")}>
          <CallLanes board={board} />
        </Panel>
      </div>
    </Words>
  );
}

async function Mentees({ board, filter }: { board: PairingBoard; filter: Filter | undefined }) {
  const t = await getTranslations("pairings.mentees");
  const address = `/cohorts/${board.id}/pairings`;
  const those = (name: Filter) => board.mentees.filter((mentee) => standingOf(mentee) === name);
  const shown = filter ? those(filter) : filters.flatMap(those);
  const suggestions = board.mentees.flatMap((mentee) =>
    mentee.pairings.filter((one) => one.state === "SUGGESTED").map((one) => one.pairingId),
  );
  const open = timeRefusal({ cohort: board.state, enrollment: "ENROLLED" }) === null;
  return (
    <Panel
      title={t("title")}
      description={t("count", { without: those("without").length, total: board.mentees.length })}
      flush
      actions={
        suggestions.length > 0 && open && <ConfirmPairings cohortId={board.id} pairingIds={suggestions} />
      }
    >
      {board.mentees.length > 0 && (
        <div className="px-4 pb-3 md:px-5">
          <FilterChips
            label={t("filter.label")}
            clearHref={address}
            chips={filters.map((name) => ({
              href: `${address}?show=${name}`,
              label: t(`filter.${name}`),
              count: those(name).length,
              current: name === filter,
            }))}
          />
        </div>
      )}
      {shown.length > 0 ? (
        <MenteeTable mentees={shown} mentors={board.mentors} days={board.days} open={open} />
      ) : (
        <Nobody cohortId={board.id} narrowed={filter !== undefined} />
      )}
    </Panel>
  );
}

async function Nobody({ cohortId, narrowed }: { cohortId: string; narrowed: boolean }) {
  const t = await getTranslations("pairings.mentees");
  if (narrowed) {
    const clear = (
      <Link href={`/cohorts/${cohortId}/pairings`} className={buttonClass()}>
        {t("showAll")}
      </Link>
    );
    return <EmptyState icon={<Users />} title={t("nobodySuch")} action={clear} />;
  }
  const enroll = (
    <Link href={`/cohorts/${cohortId}/enroll`} className={buttonClass({ tone: "primary" })}>
      {t("enroll")}
    </Link>
  );
  return (
    <EmptyState icon={<Users />} title={t("nobody")} action={enroll}>
      {t("nobodyWhy")}
    </EmptyState>
  );
}
