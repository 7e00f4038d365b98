import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ReassignForm } from "@/components/handovers/reassign-form";
import { type MentorChoice, mentorChoices } from "@/components/pairings/mentor-choices";
import { Words } from "@/components/shell/words";
import { buttonClass } from "@/components/ui/button-class";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { SentenceText } from "@/components/ui/sentence";
import type { Actor } from "@/lib/actor";
import { type PairingPage, pairingPage } from "@/lib/agreements/queries";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, laterOf } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import { type Fit, fitsFor } from "@/lib/handovers/queries";
import { type GroupMeetings, type Moves, movesOf } from "@/lib/handovers/to-move";
import { getPairingBoard } from "@/lib/pairings/queries";
import { pairingStateRefusal } from "@/lib/pairings/rules";
import { may } from "@/lib/permissions";

type Props = { params: Promise<{ pairingId: string }> };

const clientWords = [
  "errors",
  "handovers.refused",
  "handovers.invalid",
  "handovers.reassign",
  "pairings.refused",
  "pairings.invalid",
  "mentors.refused",
  "mentor-leave.refused",
  "sessions.refused",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("handovers.actions");
  return { title: t("reassign") };
}

type Alternative = MentorChoice & { fit: Fit | undefined; moves: Moves | undefined };

/** Why somebody who is on leave on the first day cannot take over, or null. */
function leaveRefusal({ leaves }: MentorChoice["mentor"], day: Day): Sentence | null {
  const away = leaves.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  return away ? { key: "handovers.refused.onLeave", values: { day: away.lastDay } } : null;
}

/**
 * Everybody else who mentors in the cohort, for the mentee of this pairing, as if it were over already: who can take
 * them by how well they fit, then the others with the reason why not.
 */
async function alternatives(
  actor: Actor,
  pairing: PairingPage,
): Promise<{ choices: Alternative[]; leaves: GroupMeetings | null }> {
  const [{ mentees, mentors, days, startsOn }, fits, moves] = await Promise.all([
    getPairingBoard(actor, pairing.cohort.id),
    fitsFor(actor, pairing.id),
    movesOf(actor, pairing.id),
  ]);
  const first = laterOf(dayAt(clock.now(), pairing.cohort.timeZone), startsOn);
  const mentee = mentees.find(({ enrollmentId }) => enrollmentId === pairing.enrollment.id);
  if (!mentee) notFound();
  const others = mentee.pairings.filter(({ pairingId }) => pairingId !== pairing.id);
  const next = mentors.filter(({ personId }) => personId !== pairing.mentor.id);
  const choices = mentorChoices({ ...mentee, pairings: others }, next, pairing.kind, days)
    .map((choice) => {
      const fit = fits.get(choice.mentor.nominationId);
      const reason = choice.reason ?? leaveRefusal(choice.mentor, first) ?? fit?.forbidden ?? null;
      return { ...choice, fit, reason, moves: moves.to.get(choice.mentor.personId) };
    })
    .sort((one, other) => (other.fit?.score ?? 0) - (one.fit?.score ?? 0));
  return { choices, leaves: moves.leaves };
}

export default async function ReassignPage({ params }: Props) {
  const actor = await requireActor();
  const pairing = await orNotFound(pairingPage(actor, pageId((await params).pairingId)));
  if (!may(pairing.stands, "handovers.reassignPairing")) notFound();
  if (pairingStateRefusal(pairing.state, "REASSIGNED")) notFound();
  const [{ choices, leaves }, t, format, dayWords] = await Promise.all([
    alternatives(actor, pairing),
    getTranslations("handovers.reassign"),
    getFormatter(),
    shortDays(),
  ]);
  const names = { mentor: pairing.mentor.name, mentee: pairing.enrollment.person.name };
  const able = choices.filter(({ reason }) => reason === null);
  const options = able.map(({ mentor, free, fit, moves }) => ({
    value: mentor.nominationId,
    label: fit ? t("fits", { mentor: mentor.name, score: Math.round(fit.score * 100) }) : mentor.name,
    hint: (
      <>
        {t("detail", { floor: mentor.floor, hours: mentor.hoursPerWeek })} ·{" "}
        {t("free", { free, capacity: mentor.places[pairing.kind].capacity })}
        {fit?.reasons.map((reason) => (
          <span key={reason.key} className="block">
            <SentenceText of={reason} />
          </span>
        ))}
        {moves && <WhatMoves moves={moves} mentee={names.mentee} />}
        <a href={`/mentors/${mentor.personId}`} target="_blank" className="link block w-fit" rel="noopener">
          {t("card", { mentor: mentor.name })}
        </a>
      </>
    ),
  }));
  return (
    <Words of={clientWords}>
      <PageHeader
        crumbs={[{ href: `/pairings/${pairing.id}`, label: `${names.mentor} – ${names.mentee}` }]}
        title={t("title", { mentee: names.mentee })}
        description={t("what", { mentor: names.mentor, kind: pairing.kind })}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="grid gap-5">
          <Panel>
            {able.length > 0 ? (
              <ReassignForm pairingId={pairing.id} mentee={names.mentee} choices={options} />
            ) : (
              <div className="grid justify-items-start gap-3 text-body">
                <p>{t("none", names)}</p>
                <Link href={`/cohorts/${pairing.cohort.id}/mentors`} className={buttonClass()}>
                  {t("toMentors")}
                </Link>
              </div>
            )}
          </Panel>
          <Others choices={choices} mentee={names.mentee} />
        </div>
        <Panel title={t("happens")}>
          <ul className="grid list-disc gap-1.5 pl-5 text-body">
            <li>{t("steps.sessions")}</li>
            {leaves && (
              <li>
                {t("steps.leaves", {
                  ...names,
                  count: leaves.count,
                  day: dayWords(leaves.first),
                  names: format.list(leaves.names),
                })}
              </li>
            )}
            <li>{t("steps.goals")}</li>
            <li>{t(pairing.announcedAt ? "steps.told" : "steps.untold", names)}</li>
            <li>{t("steps.stays", names)}</li>
          </ul>
        </Panel>
      </div>
    </Words>
  );
}

async function shortDays() {
  const format = await getFormatter();
  return (day: Day) =>
    format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
}

/** What taking this mentee over does to their sessions: the group's meetings they come to, and what finds no time. */
async function WhatMoves({ moves: { toMove, joins, alone }, mentee }: { moves: Moves; mentee: string }) {
  const [t, format, dayWords] = await Promise.all([
    getTranslations("handovers.reassign"),
    getFormatter(),
    shortDays(),
  ]);
  return (
    <>
      {joins && (
        <span className="block">
          {t("joins", {
            mentee,
            count: joins.count,
            day: dayWords(joins.first),
            names: format.list(joins.names),
          })}{" "}
          {joins.moves > 0 && t("joinsMoves", { count: joins.moves })}
        </span>
      )}
      {alone > 0 && <span className="block">{t("alone", { mentee, count: alone })}</span>}
      {toMove.length > 0 && (
        <span className="block text-due">
          {t("toMove", {
            count: toMove.length,
            sessions: toMove.map(({ title, day }) => `${title} (${dayWords(day)})`).join(", "),
          })}
        </span>
      )}
    </>
  );
}

async function Others({ choices, mentee }: { choices: Alternative[]; mentee: string }) {
  const t = await getTranslations("handovers.reassign");
  const unable = choices.flatMap(({ mentor, reason }) => (reason ? [{ mentor, reason }] : []));
  if (unable.length === 0) return null;
  return (
    <details className="panel px-4 py-3 text-body md:px-5">
      <summary className="cursor-pointer text-ink-soft">
        {t("cannot", { count: unable.length, mentee })}
      </summary>
      <ul className="mt-3 grid gap-2">
        {unable.map(({ mentor, reason }) => (
          <li key={mentor.nominationId}>
            <bdi className="font-medium">{mentor.name}</bdi>{" "}
            <span className="text-ink-soft">
              <SentenceText of={reason} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
