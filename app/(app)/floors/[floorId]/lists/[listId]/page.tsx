import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApproveSeveral } from "@/components/mentors/approve-several";
import { ColleagueView } from "@/components/mentors/colleague-view";
import { Expectations } from "@/components/mentors/expectations";
import { ListStatus } from "@/components/mentors/mentor-state";
import { NextBest } from "@/components/mentors/next-best";
import { NominationItem } from "@/components/mentors/nomination-item";
import { ProposePeople } from "@/components/mentors/propose-people";
import { SubmitList } from "@/components/mentors/submit-list";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { SearchForm } from "@/components/ui/search-form";
import { Time } from "@/components/ui/time";
import type { Actor } from "@/lib/actor";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { dayAt } from "@/lib/dates";
import { awayOnList } from "@/lib/mentor-leave/queries";
import { loadsOnList } from "@/lib/mentor-loads/queries";
import { getMentorList, type ShownList } from "@/lib/mentors/queries";
import { proposalRefusal, submissionBlockers } from "@/lib/mentors/rules";
import { findProposable, getGapsOfList } from "@/lib/nominations/queries";
import { listSearch } from "@/lib/nominations/schema";
import { getMentorRecords } from "@/lib/pairings/queries";
import { getScorecards } from "@/lib/scorecards/queries";

type Props = {
  params: Promise<{ floorId: string; listId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const parts = ["refused", "invalid", "blocker", "decide", "submit", "propose", "join", "several"] as const;
const clientWords = [
  "errors",
  "scorecards",
  "mentor-leave",
  "mentor-loads",
  ...parts.map((part) => `mentors.${part}` as const),
] as const;

async function asked({ params }: Props) {
  const actor = await requireActor();
  const { floorId, listId } = await params;
  const list = await orNotFound(getMentorList(actor, pageId(listId)));
  if (list.floor.id !== floorId) notFound();
  return { actor, list };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ list }, t] = await Promise.all([asked(props), getTranslations("mentors.list")]);
  return { title: t("title", { cohort: list.cohort.name }) };
}

export default async function MentorListPage(props: Props) {
  const [{ actor, list }, t] = await Promise.all([asked(props), getTranslations("mentors.list")]);
  const now = clock.now();
  const open = proposalRefusal({ state: list.state, cohortState: list.cohort.state }) === null;
  const managesFloor = list.mayDecide || list.seesAll;
  return (
    <Words of={clientWords}>
      <PageHeader
        crumbs={managesFloor ? [{ href: `/floors/${list.floor.id}`, label: list.floor.name }] : []}
        title={t("title", { cohort: list.cohort.name })}
        status={<ListStatus list={list} now={now} />}
        description={
          <>
            {t("due")} <Time at={list.dueAt} zone={actor.timeZone} show="both" />
            {open && (
              <>
                {" "}
                (<Time at={list.dueAt} zone={actor.timeZone} now={now} />)
              </>
            )}
          </>
        }
      />
      {list.seesAll ? (
        <WholeList {...{ actor, list, open }} search={listSearch.parse(await props.searchParams).q} />
      ) : (
        <ColleagueView list={list} open={open} />
      )}
    </Words>
  );
}

async function WholeList({
  actor,
  list,
  open,
  search,
}: {
  actor: Actor;
  list: ShownList;
  open: boolean;
  search: string;
}) {
  const [t, records, scorecards, away, loads, gaps] = await Promise.all([
    getTranslations("mentors.list"),
    getMentorRecords(actor, list.id),
    getScorecards(actor, list.id),
    awayOnList(actor, list.id),
    loadsOnList(actor, list.id),
    getGapsOfList(actor, list.id),
  ]);
  const decides = open && list.mayDecide;
  const undecided = list.nominations.filter(
    (one) => one.decision === "PROPOSED" && one.person.id !== actor.personId,
  );
  const approved = list.nominations.filter((one) => one.decision === "APPROVED");
  const decided = list.nominations.filter((one) => one.decision !== "PROPOSED").length;
  const submit = decides && (
    <SubmitList
      listId={list.id}
      mentors={approved.length}
      places={approved.reduce((sum, one) => sum + one.capacity, 0)}
      blockers={submissionBlockers(list)}
    />
  );
  return (
    <div className="grid gap-5">
      <ListNews list={list} zone={actor.timeZone} />
      <NextBest
        floors={gaps}
        actor={{ personId: actor.personId, organizes: list.mayInvite, decides }}
        cap={list.cohort.cap}
      />
      <Panel
        title={t("people")}
        description={t("decided", { decided, total: list.nominations.length })}
        flush
        footer={submit}
        actions={
          decides && (
            <ApproveSeveral
              listId={list.id}
              cap={list.cohort.cap}
              people={undecided.map(({ id, person }) => ({ id, name: person.name }))}
            />
          )
        }
      >
        {list.nominations.length > 0 ? (
          <ul className="divide-y divide-line border-t border-line">
            {list.nominations.map((nomination) => (
              <NominationItem
                key={nomination.id}
                nomination={nomination}
                record={records.get(nomination.person.id)}
                today={dayAt(clock.now(), actor.timeZone)}
                zone={actor.timeZone}
                cap={list.cohort.cap}
                decides={decides}
                own={nomination.person.id === actor.personId}
                scorecard={scorecards.get(nomination.id)}
                away={away.get(nomination.person.id)}
                load={loads.get(nomination.person.id)}
              />
            ))}
          </ul>
        ) : (
          <EmptyState icon={<UserPlus />} title={t("nobody")}>
            {open ? t("nobodyWhy") : t("nobodyOver")}
          </EmptyState>
        )}
      </Panel>
      {open && list.mayPropose && <Propose actor={actor} list={list} search={search} />}
      <Panel title={t("expected")}>
        <Expectations will={list.cohort.mentorWill} wont={list.cohort.mentorWont} />
      </Panel>
    </div>
  );
}

/** What happened to the list last: submitted by whom, or opened again and why. */
async function ListNews({ list, zone }: { list: ShownList; zone: string }) {
  const t = await getTranslations("mentors.list");
  if (list.state === "SUBMITTED" && list.submittedAt) {
    return (
      <Banner tone="done" title={t("submitted", { name: list.submittedBy?.name ?? "" })}>
        <Time at={list.submittedAt} zone={zone} show="both" />
      </Banner>
    );
  }
  if (list.state !== "REOPENED") return null;
  return (
    <Banner tone="due" title={t("reopened")}>
      <bdi className="whitespace-pre-line">{list.reopenReason}</bdi>
    </Banner>
  );
}

async function Propose({ actor, list, search }: { actor: Actor; list: ShownList; search: string }) {
  const [t, found] = await Promise.all([
    getTranslations("mentors.propose"),
    findProposable(actor, list.id, search),
  ]);
  const narrowed = search !== "" || found.more;
  return (
    <Panel title={t("title")} description={t("what", { floor: list.floor.name })}>
      <div className="grid gap-4">
        {narrowed && (
          <SearchForm
            action={`/floors/${list.floor.id}/lists/${list.id}`}
            value={search}
            label={t("search")}
          />
        )}
        {found.people.length > 0 ? (
          <ProposePeople listId={list.id} people={found.people} />
        ) : (
          <p className="text-body text-ink-soft">{t(search ? "nobodySuch" : "nobody")}</p>
        )}
        {found.more && <p className="text-sm text-ink-soft">{t("more")}</p>}
      </div>
    </Panel>
  );
}
