import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ListedCohort } from "@/lib/cohorts/queries";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { CohortStatus } from "./cohort-state";
import { CohortStrip } from "./cohort-strip";
import { DayWords } from "./day-words";

/** Cohorts under way, each with where it is in its days. */
export function RunningCohorts({ cohorts }: { cohorts: ListedCohort[] }) {
  const t = useTranslations("cohorts.list");
  if (cohorts.length === 0) return null;
  return (
    <Panel title={t("running")} flush>
      <ul className="divide-y divide-line border-t border-line">
        {cohorts.map((cohort) => (
          <li
            key={cohort.id}
            className="relative grid items-center gap-x-6 gap-y-3 px-4 py-4 hover:bg-hover md:grid-cols-[1fr_20rem] md:px-5"
          >
            <div className="min-w-0">
              <h3 className="text-base font-semibold">
                <Link
                  href={`/cohorts/${cohort.id}`}
                  className="text-ink no-underline after:absolute after:inset-0 hover:text-accent"
                >
                  <bdi>{cohort.name}</bdi>
                </Link>
              </h3>
              <p className="text-body text-ink-soft">
                {t("count", { count: cohort.mentees })} · {cohort.floors.join(", ")} · {t("certification")}{" "}
                <DayWords day={cohort.certificationDate} />
              </p>
            </div>
            <CohortStrip cohort={cohort} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Cohorts that are planned, or that are over, as a table. */
export function CohortTable({ title, cohorts }: { title: string; cohorts: ListedCohort[] }) {
  const t = useTranslations("cohorts.list");
  if (cohorts.length === 0) return null;
  return (
    <Panel title={title} flush>
      <Table caption={title}>
        <Head>
          <HeadCell>{t("name")}</HeadCell>
          <HeadCell>{t("state")}</HeadCell>
          <HeadCell>{t("floors")}</HeadCell>
          <HeadCell end>{t("mentees")}</HeadCell>
          <HeadCell>{t("starts")}</HeadCell>
          <HeadCell>{t("certification")}</HeadCell>
        </Head>
        <tbody>
          {cohorts.map((cohort) => (
            <Row key={cohort.id}>
              <Cell head>
                <Link href={`/cohorts/${cohort.id}`}>
                  <bdi>{cohort.name}</bdi>
                </Link>
              </Cell>
              <Cell label={t("state")}>
                <CohortStatus state={cohort.state} />
              </Cell>
              <Cell label={t("floors")}>{cohort.floors.join(", ")}</Cell>
              <Cell label={t("mentees")} end>
                {cohort.mentees}
              </Cell>
              <Cell label={t("starts")}>
                <DayWords day={cohort.startsOn} year />
              </Cell>
              <Cell label={t("certification")}>
                <DayWords day={cohort.certificationDate} year />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
