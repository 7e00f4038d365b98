import { useTranslations } from "next-intl";
import type { FloorCohort, FloorMentee } from "@/lib/floors/queries";
import { EnrollmentStatus } from "../cohorts/cohort-state";
import { CohortStrip } from "../cohorts/cohort-strip";
import { DayWords } from "../cohorts/day-words";
import { PersonLine } from "../ui/avatar";
import { Status, type Tone } from "../ui/badge";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

const tones = { STRUGGLING: "missed", ON_TRACK: "done", AHEAD: "done" } satisfies Record<string, Tone>;
const order = { STRUGGLING: 0, none: 1, ON_TRACK: 2, AHEAD: 3 };

/** Who needs a look comes first: those who struggle, then those of whom nothing is known. */
function byNeed(a: FloorMentee, b: FloorMentee): number {
  return order[a.lastLog?.progress ?? "none"] - order[b.lastLog?.progress ?? "none"];
}

/** A floor's new people in one running cohort: where the cohort is in its days, and how each of them is doing. */
export function FloorCohortPanel({ cohort, severalFloors }: { cohort: FloorCohort; severalFloors: boolean }) {
  const t = useTranslations("floors.mentees");
  return (
    <Panel flush>
      <header className="grid items-center gap-x-6 gap-y-3 px-4 pt-3.5 pb-3 md:grid-cols-[1fr_20rem] md:px-5">
        <div>
          <h2 className="text-base font-semibold tracking-tight">
            <bdi>{cohort.name}</bdi>
          </h2>
          <p className="text-body text-ink-soft">{t("count", { count: cohort.mentees.length })}</p>
        </div>
        <CohortStrip cohort={cohort} />
      </header>
      <Table caption={t("caption", { cohort: cohort.name })}>
        <Head>
          <HeadCell>{t("mentee")}</HeadCell>
          <HeadCell>{t("mentor")}</HeadCell>
          <HeadCell>{t("lastLog")}</HeadCell>
          <HeadCell>{t("progress")}</HeadCell>
          <HeadCell>{t("state")}</HeadCell>
        </Head>
        <tbody>
          {cohort.mentees.toSorted(byNeed).map((mentee) => (
            <Row key={mentee.enrollmentId}>
              <Cell head>
                <PersonLine
                  name={mentee.name}
                  detail={[mentee.title, severalFloors && mentee.floor].filter(Boolean).join(" · ")}
                >
                  <a href={`/mentees/${mentee.enrollmentId}`}>{mentee.name}</a>
                </PersonLine>
              </Cell>
              <Cell label={t("mentor")}>{mentee.mentor ?? t("noMentor")}</Cell>
              <Cell label={t("lastLog")}>
                {mentee.lastLog ? <DayWords day={mentee.lastLog.day} /> : t("noLog")}
              </Cell>
              <Cell label={t("progress")}>
                {mentee.lastLog?.progress && (
                  <Status tone={tones[mentee.lastLog.progress]}>
                    {t(`level.${mentee.lastLog.progress}`)}
                  </Status>
                )}
              </Cell>
              <Cell label={t("state")}>
                <EnrollmentStatus state={mentee.state} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
