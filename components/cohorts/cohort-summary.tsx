import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CohortHeader, CohortSummary as Summary } from "@/lib/cohorts/queries";
import { isBeforeLaunch } from "@/lib/cohorts/rules";
import { PersonLine } from "../ui/avatar";
import { Definition, Definitions } from "../ui/definition-list";
import { Panel } from "../ui/panel";
import { EnrollmentStatus } from "./cohort-state";
import { DayWords } from "./day-words";
import { SignOffList } from "./sign-off-list";

/** A cohort for those who do not run it: what it is, its dates, and what part they have in it. */
export function CohortSummary({
  cohort,
  summary,
  readerId,
}: {
  cohort: CohortHeader;
  summary: Summary;
  readerId: string;
}) {
  const t = useTranslations("cohorts.summary");
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <div className="grid gap-5">
        <OwnPart cohort={cohort} summary={summary} />
        {summary.signOffs.length > 0 && (
          <SignOffList
            cohortId={cohort.id}
            signOffs={summary.signOffs.map((one) => ({ ...one, person: { id: readerId, name: t("you") } }))}
            open={isBeforeLaunch(cohort.state)}
            asks={false}
            readerId={readerId}
          />
        )}
      </div>
      <Panel title={t("what")}>
        <p className="text-body">{summary.version.purpose}</p>
        <Definitions columns={2} className="mt-5">
          <Definition term={t("starts")}>
            <DayWords day={cohort.startsOn} year />
          </Definition>
          <Definition term={t("certification")}>
            <DayWords day={cohort.certificationDate} year />
          </Definition>
          <Definition term={t("mentees")}>{summary._count.enrollments}</Definition>
          <Definition term={t("floors")}>{summary.floors.join(", ")}</Definition>
        </Definitions>
        <h3 className="mt-5 mb-2 text-body font-medium">{t("organizers")}</h3>
        <ul className="grid gap-2">
          {summary.organizers.map((person) => (
            <li key={person.id}>
              <PersonLine name={person.name} detail={person.title} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function OwnPart({ cohort, summary }: { cohort: CohortHeader; summary: Summary }) {
  const t = useTranslations("cohorts.summary");
  const lists = summary.lists.filter((list) => list.nominations.length === 0);
  const nominations = summary.lists.flatMap((list) => list.nominations);
  const schedule = `/cohorts/${cohort.id}/schedule`;
  const parts: { key: string; shown: ReactNode }[] = [
    ...(summary.own ? [{ key: "own", shown: <OwnEnrollment own={summary.own} schedule={schedule} /> }] : []),
    ...(summary.pairings.length > 0 ? [{ key: "mentees", shown: <OwnMentees summary={summary} /> }] : []),
    ...nominations.map(({ id }) => ({
      key: id,
      shown: (
        <Part title={t("nomination")} link={{ href: `/nominations/${id}`, label: t("openNomination") }} />
      ),
    })),
    ...lists.map((list) => ({
      key: list.id,
      shown: (
        <Part
          title={t("list", { floor: list.floor.name })}
          link={{ href: `/floors/${list.floorId}/lists/${list.id}`, label: t("openList") }}
        />
      ),
    })),
    ...(summary._count.sessions > 0
      ? [
          {
            key: "sessions",
            shown: (
              <Part
                title={t("sessions", { count: summary._count.sessions })}
                link={{ href: schedule, label: t("openSchedule") }}
              />
            ),
          },
        ]
      : []),
    ...(summary.floorMentees.length > 0
      ? [{ key: "floor", shown: <FloorMentees mentees={summary.floorMentees} /> }]
      : []),
  ];
  return (
    <Panel title={t("own")}>
      {parts.length === 0 ? (
        <p className="text-body text-ink-soft">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {parts.map((part) => (
            <li key={part.key} className="py-3 first:pt-0 last:pb-0">
              {part.shown}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** One part that somebody has: what it is, and where it goes on. */
function Part({
  title,
  link,
  children,
}: {
  title: string;
  link?: { href: string; label: string };
  children?: ReactNode;
}) {
  return (
    <div className="grid gap-1.5 text-body">
      <h3 className="font-medium">{title}</h3>
      {children}
      {link && (
        <Link href={link.href} className="link reach justify-self-start">
          {link.label}
        </Link>
      )}
    </div>
  );
}

function OwnEnrollment({ own, schedule }: { own: NonNullable<Summary["own"]>; schedule: string }) {
  const t = useTranslations("cohorts.summary");
  const [pairing] = own.pairings;
  return (
    <Part title={t("mentee")} link={{ href: schedule, label: t("openSchedule") }}>
      <p>
        <EnrollmentStatus state={own.state} />
      </p>
      {pairing ? (
        <p>
          {t("mentor")} <bdi className="font-medium">{pairing.mentor.name}</bdi>
        </p>
      ) : (
        <p className="text-ink-soft">{t("noMentor")}</p>
      )}
    </Part>
  );
}

function OwnMentees({ summary }: { summary: Summary }) {
  const t = useTranslations("cohorts.summary");
  return (
    <Part
      title={t("mentors", { count: summary.pairings.length })}
      link={{ href: "/today/mentor", label: t("openMentor") }}
    >
      <ul className="grid gap-2">
        {summary.pairings.map((pairing) => (
          <li key={pairing.id}>
            <PersonLine name={pairing.enrollment.person.name} detail={pairing.enrollment.person.title} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function FloorMentees({ mentees }: { mentees: Summary["floorMentees"] }) {
  const t = useTranslations("cohorts.summary");
  return (
    <Part title={t("floorMentees", { count: mentees.length })}>
      <ul className="grid gap-2">
        {mentees.map((mentee) => (
          <li key={mentee.id} className="flex flex-wrap items-center justify-between gap-2">
            <PersonLine name={mentee.person.name} detail={mentee.pairings[0]?.mentor.name} />
            <EnrollmentStatus state={mentee.state} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
