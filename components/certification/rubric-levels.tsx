import { useFormatter, useTranslations } from "next-intl";
import { Cell, Head, HeadCell, Row, Table } from "@/components/ui/table";
import type { Criterion } from "./score-fields";

type Column = {
  key: string;
  title: string;
  levels: ReadonlyMap<string, number>;
  comments?: ReadonlyMap<string, string>;
};

/** What was scored against a rubric: a row for each criterion, a column for each who scored, or one for the mean. */
export function RubricLevels({
  criteria,
  maxLevel,
  columns,
}: {
  criteria: Criterion[];
  maxLevel: number;
  columns: Column[];
}) {
  const t = useTranslations("assessments.levels");
  const format = useFormatter();
  return (
    <Table caption={t("caption")}>
      <Head>
        <HeadCell>{t("criterion")}</HeadCell>
        {columns.map((column) => (
          <HeadCell key={column.key}>
            <bdi>{column.title}</bdi>
          </HeadCell>
        ))}
      </Head>
      <tbody>
        {criteria.map((criterion) => (
          <Row key={criterion.id}>
            <Cell head className="align-top! md:min-w-48">
              <span className="block font-medium">{criterion.name}</span>
              <span className="block text-sm font-normal text-ink-soft">{criterion.question}</span>
            </Cell>
            {columns.map(({ key, title, levels, comments }) => {
              const level = levels.get(criterion.id);
              const comment = comments?.get(criterion.id);
              return (
                <Cell key={key} label={title} className="align-top!">
                  {level === undefined ? (
                    <span className="text-ink-faint">{t("none")}</span>
                  ) : (
                    <>
                      <span className="block font-medium tabular-nums">
                        {t("level", {
                          level: format.number(level, { maximumFractionDigits: 1 }),
                          max: maxLevel,
                        })}
                      </span>
                      <span className="block text-sm text-ink-soft">
                        {criterion.anchors[Math.round(level)]}
                      </span>
                    </>
                  )}
                  {comment && (
                    <q dir="auto" className="mt-1 block whitespace-pre-line text-sm">
                      {comment}
                    </q>
                  )}
                </Cell>
              );
            })}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
