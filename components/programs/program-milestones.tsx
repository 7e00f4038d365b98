import { useTranslations } from "next-intl";
import type { ShownVersion } from "@/lib/programs/queries";
import { phases } from "@/lib/programs/rules";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

/** What is due on which day before, during and after the program, in that order. */
export function ProgramMilestones({ version }: { version: ShownVersion }) {
  const t = useTranslations("programs.page");
  const inTime = [...version.milestones].sort(
    (a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.day - b.day,
  );
  const when = ({ phase, day }: ShownVersion["milestones"][number]) => {
    if (phase === "PREPARATION") return t("before", { days: -day });
    if (phase === "PROGRAM") return t("day", { number: day });
    return day > version.tailDays ? t("mark", { days: day }) : t("after", { days: day });
  };
  return (
    <Panel id="milestones" title={t("milestones")} description={t("milestonesWhy")} flush>
      <Table caption={t("milestones")}>
        <Head>
          <HeadCell>{t("milestone")}</HeadCell>
          <HeadCell>{t("when")}</HeadCell>
          <HeadCell>{t("who")}</HeadCell>
        </Head>
        <tbody>
          {inTime.map((milestone) => (
            <Row key={milestone.key}>
              <Cell head>{milestone.title}</Cell>
              <Cell label={t("when")}>{when(milestone)}</Cell>
              <Cell label={t("who")}>{milestone.who}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
