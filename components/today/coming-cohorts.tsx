import Link from "next/link";
import { useTranslations } from "next-intl";
import type { EnablementDay } from "@/lib/today/queries";
import { CohortStatus } from "../cohorts/cohort-state";
import { DayWords } from "../cohorts/day-words";
import { Meter } from "../ui/meter";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

/** Cohorts that are planned: when they begin, how far the way to the launch is done, and what comes next on it. */
export function ComingCohorts({ cohorts }: { cohorts: EnablementDay["coming"] }) {
  const t = useTranslations("today.enablement.coming");
  const step = useTranslations("cohorts.launch.step");
  if (cohorts.length === 0) return null;
  return (
    <Panel title={t("title")} flush>
      <Table caption={t("title")}>
        <Head>
          <HeadCell>{t("cohort")}</HeadCell>
          <HeadCell>{t("state")}</HeadCell>
          <HeadCell>{t("starts")}</HeadCell>
          <HeadCell>{t("ready")}</HeadCell>
          <HeadCell>{t("next")}</HeadCell>
        </Head>
        <tbody>
          {cohorts.map((cohort) => {
            const done = cohort.steps.filter((one) => one.done).length;
            const open = cohort.steps.find((one) => !one.done);
            return (
              <Row key={cohort.id}>
                <Cell head>
                  <Link href={`/cohorts/${cohort.id}`}>
                    <bdi>{cohort.name}</bdi>
                  </Link>
                </Cell>
                <Cell label={t("state")}>
                  <CohortStatus state={cohort.state} />
                </Cell>
                <Cell label={t("starts")}>
                  <DayWords day={cohort.startsOn} />
                </Cell>
                <Cell label={t("ready")} className="md:w-48">
                  <Meter
                    value={done}
                    max={cohort.steps.length}
                    label={t("steps", { count: done, of: cohort.steps.length })}
                  />
                </Cell>
                <Cell label={t("next")}>{open ? step(`${open.name}.label`) : t("launch")}</Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </Panel>
  );
}
