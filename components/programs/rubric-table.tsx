import { useTranslations } from "next-intl";
import type { ShownVersion } from "@/lib/programs/queries";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

/** What a mentee is certified against: each criterion with what every level looks like. */
export function RubricTable({ rubric }: { rubric: ShownVersion["rubric"] }) {
  const t = useTranslations("programs.page");
  const levels = Array.from({ length: rubric.maxLevel + 1 }, (_, level) => level);
  return (
    <Panel
      id="rubric"
      title={`${t("rubric")}: ${t("rubricName", { name: rubric.name, number: rubric.number })}`}
      description={t("rubricWhy", { passMark: rubric.passMark })}
      flush
    >
      <Table caption={t("rubric")}>
        <Head>
          <HeadCell>{t("criterion")}</HeadCell>
          {levels.map((level) => (
            <HeadCell key={level}>{t("level", { level })}</HeadCell>
          ))}
        </Head>
        <tbody>
          {rubric.criteria.map((criterion) => (
            <Row key={criterion.id}>
              <Cell head className="align-top! md:min-w-48">
                <span className="block font-medium">{criterion.name}</span>
                <span className="block text-sm font-normal text-ink-soft">{criterion.question}</span>
                <span className="block text-sm font-normal text-ink-soft">
                  {t("weight")}: {criterion.weight}
                  {criterion.mustReach > 0 && ` · ${t("mustReach", { level: criterion.mustReach })}`}
                </span>
              </Cell>
              {levels.map((level) => (
                <Cell key={level} label={t("level", { level })} className="align-top! text-sm">
                  {criterion.anchors[level]}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
