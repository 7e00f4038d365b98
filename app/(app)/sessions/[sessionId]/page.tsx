import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { AnswerButtons } from "@/components/facilitation/answer-buttons";
import { AssignFacilitator } from "@/components/schedule/assign-facilitator";
import { AttendanceForm } from "@/components/schedule/attendance-form";
import { CancelSession } from "@/components/schedule/cancel-session";
import { MoveSession } from "@/components/schedule/move-session";
import { AttendanceStatus, SessionStatus } from "@/components/schedule/session-status";
import { SessionTimes } from "@/components/schedule/session-times";
import { Words } from "@/components/shell/words";
import { Definition, Definitions } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { dayAt, fromDay, minuteAt } from "@/lib/dates";
import { may } from "@/lib/permissions";
import { facilitatorCandidates, sessionPage } from "@/lib/sessions/queries";

type Props = { params: Promise<{ sessionId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule.cohort");
  return { title: t("title") };
}

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export default async function SessionPage({ params }: Props) {
  const actor = await requireActor();
  const { session, stands } = await orNotFound(sessionPage(actor, pageId((await params).sessionId)));
  const { cohort } = session;
  const isOpen = session.state === "PLANNED" || session.state === "CONFIRMED";
  const mayAssign = isOpen && may(stands, "schedule.assignFacilitator");
  const [t, words, kinds, format, candidates] = await Promise.all([
    getTranslations("schedule.page"),
    getTranslations("schedule"),
    getTranslations("sessions.state.kind"),
    getFormatter(),
    mayAssign ? facilitatorCandidates(actor, cohort.id) : [],
  ]);
  const started = session.startsAt <= clock.now();
  const mine = session.facilitators.find(({ personId }) => personId === actor.personId);
  const planned = cohort.days.find(({ day }) => day === session.day);
  const date = format.dateTime(fromDay(session.day), { timeZone: "UTC", dateStyle: "full" });
  const time = clockTime(minuteAt(session.startsAt, cohort.timeZone));
  // A group meets at one place and time: who was there is written down once, for all of them.
  const everybody = [session, ...session.group].flatMap(({ attendances }) => attendances);
  const expected = everybody.map(({ state, enrollment }) => ({
    enrollmentId: enrollment.id,
    name: enrollment.person.name,
    state,
  }));
  const group = session.group.map(({ name }) => name);
  const recording = started && session.state !== "CANCELLED" && may(stands, "attendance.recordAttendance");
  return (
    <Words of={["schedule", "facilitation", "attendance", "sessions", "errors"]}>
      <PageHeader
        crumbs={[
          { href: `/cohorts/${cohort.id}`, label: cohort.name },
          { href: `/cohorts/${cohort.id}/schedule`, label: words("cohort.title") },
        ]}
        title={session.title}
        status={<SessionStatus state={session.state} />}
        description={kinds(session.kind)}
        actions={
          isOpen &&
          may(stands, "schedule.moveSession") && (
            <MoveSession
              key={session.moves}
              session={{
                id: session.id,
                title: session.title,
                moves: session.moves,
                day: dayAt(session.startsAt, cohort.timeZone),
                time,
              }}
              group={group}
              zone={cohort.timeZone}
            />
          )
        }
      />
      <div className="grid max-w-4xl gap-5">
        {mine?.state === "INVITED" && isOpen && (
          <Panel title={t("yourAnswer")}>
            <AnswerButtons sessionId={session.id} accepted={false} />
          </Panel>
        )}
        <Panel>
          <Definitions columns={2}>
            <Definition term={t("when")}>
              {date},{" "}
              <SessionTimes startsAt={session.startsAt} endsAt={session.endsAt} zone={actor.timeZone} />
            </Definition>
            {planned && (
              <Definition term={t("day")}>
                {planned.phase === "PROGRAM"
                  ? words("cohort.day", { number: planned.number })
                  : words(planned.phase === "TAIL" ? "cohort.tail" : "cohort.preparation")}
              </Definition>
            )}
            <Definition term={words("session.leads")}>
              {session.facilitators.length === 0
                ? words("session.nobody")
                : session.facilitators
                    .map(({ state, person }) =>
                      state === "INVITED" ? words("session.asked", { name: person.name }) : person.name,
                    )
                    .join(", ")}
            </Definition>
            {session.group.length > 0 && (
              <Definition term={t("group")}>
                <ul>
                  {session.group.map(({ id, name }) => (
                    <li key={name}>
                      {id ? (
                        <Link className="link" href={`/sessions/${id}`}>
                          {name}
                        </Link>
                      ) : (
                        name
                      )}
                    </li>
                  ))}
                </ul>
              </Definition>
            )}
            {session.place && <Definition term={words("session.place")}>{session.place}</Definition>}
            {session.material && <Definition term={t("material")}>{session.material}</Definition>}
          </Definitions>
        </Panel>
        {session.agenda.length > 0 && (
          <Panel title={words("session.agenda")}>
            <ul className="list-disc pl-5 text-body">
              {session.agenda.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </Panel>
        )}
        {session.brief && (
          <Panel title={t("brief")}>
            <p className="max-w-prose text-body whitespace-pre-line">{session.brief}</p>
          </Panel>
        )}
        {expected.length > 0 && (
          <Panel
            title={recording ? t("attendance") : t("people")}
            description={recording ? group.length > 0 && t("attendanceGroup") : !started && t("notYet")}
          >
            {recording ? (
              <AttendanceForm sessionId={session.id} expected={expected} />
            ) : (
              <ul className="grid gap-2 text-body md:grid-cols-2">
                {expected.map(({ enrollmentId, name, state }) => (
                  <li key={enrollmentId} className="flex items-center gap-3">
                    <Link className="link" href={`/mentees/${enrollmentId}`}>
                      {name}
                    </Link>
                    {state !== "EXPECTED" && <AttendanceStatus state={state} />}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        )}
        {isOpen && (mayAssign || may(stands, "schedule.cancelSession")) && (
          <Panel title={t("manage")}>
            <div className="grid gap-5">
              {mayAssign && <AssignFacilitator sessionId={session.id} candidates={candidates} />}
              {may(stands, "schedule.cancelSession") && (
                <CancelSession sessionId={session.id} title={session.title} group={group} />
              )}
            </div>
          </Panel>
        )}
      </div>
    </Words>
  );
}
