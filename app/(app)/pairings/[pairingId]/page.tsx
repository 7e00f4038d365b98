import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ExpectationsPanel } from "@/components/agreements/expectations-panel";
import { GoalsPanel } from "@/components/agreements/goals-panel";
import { PairCard } from "@/components/agreements/pair-card";
import { PeriodPanel } from "@/components/agreements/period-panel";
import { PairingActions } from "@/components/handovers/pairing-actions";
import { ReceivedHandover } from "@/components/handovers/received-handover";
import { ToMove } from "@/components/handovers/to-move";
import { RatingPanel } from "@/components/mentor-ratings/rating-panel";
import { PairingStatus } from "@/components/pairings/pairing-state";
import { Words } from "@/components/shell/words";
import { PersonLine } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import { History } from "@/components/ui/history";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { type PairingPage, pairingPage } from "@/lib/agreements/queries";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { receivedHandover } from "@/lib/handovers/queries";
import { leaderlessSessions } from "@/lib/handovers/to-move";
import { type HistoryLine, pairingHistory } from "@/lib/history/queries";
import { pairingRating } from "@/lib/mentor-ratings/queries";
import { pairingStateRefusal } from "@/lib/pairings/rules";
import { may } from "@/lib/permissions";

type Props = { params: Promise<{ pairingId: string }> };

const clientWords = [
  "errors",
  "handovers.refused",
  "handovers.actions",
  "pairings.refused",
  "pairings.invalid",
  "pairings.end",
  "agreements.refused",
  "agreements.invalid",
  "agreements.expectations",
  "agreements.goals",
  "mentor-ratings.refused",
  "mentor-ratings.invalid",
  "mentor-ratings.rate",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

export default async function PairingPageOfTwo({ params }: Props) {
  const actor = await requireActor();
  const pairingId = pageId((await params).pairingId);
  const [[pairing, history, handover, leaderless, rating], t] = await Promise.all([
    orNotFound(
      Promise.all([
        pairingPage(actor, pairingId),
        pairingHistory(actor, pairingId),
        receivedHandover(actor, pairingId),
        leaderlessSessions(actor, pairingId),
        pairingRating(actor, pairingId),
      ]),
    ),
    getTranslations("agreements"),
  ]);
  const { cohort, mentor, enrollment, side } = pairing;
  return (
    <Words of={clientWords}>
      <PageHeader
        crumbs={[{ href: `/cohorts/${cohort.id}`, label: cohort.name }]}
        title={t("name", { mentor: mentor.name, mentee: enrollment.person.name })}
        status={<PairingStatus state={pairing.state} />}
        description={t(`kind.${pairing.kind}`)}
        actions={<OrganizersPart pairing={pairing} />}
      />
      <div className="grid gap-5">
        {!pairing.announcedAt && <Unannounced pairing={pairing} />}
        <Leaving pairing={pairing} />
        <ToMove sessions={leaderless} mentor={mentor.name} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
          <div className="grid gap-5 max-lg:contents">
            {rating && <RatingPanel pairingId={pairing.id} rating={rating} zone={actor.timeZone} />}
            <PeriodPanel pairing={pairing} />
            <div className="grid gap-5 max-lg:order-2">
              {handover && <ReceivedHandover handover={handover} zone={actor.timeZone} />}
              <GoalsPanel pairing={pairing} />
              <ExpectationsPanel pairing={pairing} />
            </div>
            <div className="max-lg:order-4">
              <PairHistory entries={history} zone={actor.timeZone} />
            </div>
          </div>
          <div className="grid gap-5 max-lg:contents">
            <div className="grid gap-5 max-lg:order-1">
              {side !== "mentor" && <PairCard pairing={pairing} who="mentor" />}
              {side !== "mentee" && <PairCard pairing={pairing} who="mentee" />}
              <Group names={pairing.group} />
            </div>
            <div className="max-lg:order-3">
              <Icebreakers questions={pairing.icebreakers} />
            </div>
          </div>
        </div>
      </div>
    </Words>
  );
}

/** What an organizer can do while the pairing is under way. */
function OrganizersPart({ pairing: { id, state, stands, mentor, enrollment } }: { pairing: PairingPage }) {
  if (!may(stands, "handovers.reassignPairing") || pairingStateRefusal(state, "REASSIGNED")) return null;
  return <PairingActions pairing={{ id, state, mentor: mentor.name, mentee: enrollment.person.name }} />;
}

/** What an organizer has to know when the mentor has withdrawn: somebody else has to take over. */
async function Leaving({ pairing: { id, state, stands, mentor, nomination } }: { pairing: PairingPage }) {
  const t = await getTranslations("handovers.leaving");
  const over = pairingStateRefusal(state, "REASSIGNED") !== null;
  if (over || nomination.decision !== "WITHDRAWN" || !stands.has("organizer")) return null;
  const act = (
    <Link href={`/pairings/${id}/reassign`} className={buttonClass({ tone: "primary" })}>
      {t("act")}
    </Link>
  );
  return (
    <Banner tone="due" title={t("title", { mentor: mentor.name })} actions={act}>
      {t("what")}
    </Banner>
  );
}

async function Group({ names }: { names: string[] }) {
  const t = await getTranslations("agreements.group");
  if (names.length === 0) return null;
  return (
    <Panel title={t("title")} description={t("what")}>
      <ul className="grid gap-2">
        {names.map((name) => (
          <li key={name}>
            <PersonLine name={name} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

async function Unannounced({ pairing }: { pairing: PairingPage }) {
  const t = await getTranslations("agreements.unannounced");
  const all = (
    <Link href={`/cohorts/${pairing.cohort.id}/pairings`} className={buttonClass()}>
      {t("open")}
    </Link>
  );
  return (
    <Banner tone="info" title={t("title")} actions={all}>
      {t(pairing.announcement)}
    </Banner>
  );
}

async function Icebreakers({ questions }: { questions: string[] }) {
  const t = await getTranslations("agreements.icebreakers");
  if (questions.length === 0) return null;
  return (
    <Panel title={t("title")} description={t("what")}>
      <ul className="grid list-disc gap-1.5 pl-5 text-body">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </Panel>
  );
}

async function PairHistory({ entries, zone }: { entries: HistoryLine[]; zone: string }) {
  const t = await getTranslations("agreements.history");
  return (
    <Panel title={t("title")}>
      {entries.length > 0 ? (
        <History entries={entries} now={clock.now()} zone={zone} label={t("title")} />
      ) : (
        <p className="text-body text-ink-soft">{t("empty")}</p>
      )}
    </Panel>
  );
}
