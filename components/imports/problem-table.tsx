import { useTranslations } from "next-intl";
import type { ShownImport } from "@/lib/imports/queries";
import { FieldError } from "../ui/field";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

/** What is wrong with a file, by line and column. */
export function ProblemTable({ problems }: { problems: ShownImport["problems"] }) {
  const t = useTranslations("imports.preview");
  const column = useTranslations("imports.column");
  const hidden = problems.count - problems.first.length;
  return (
    <>
      <Table caption={t("problemsCaption")}>
        <Head>
          <HeadCell>{t("line")}</HeadCell>
          <HeadCell>{t("column")}</HeadCell>
          <HeadCell>{t("cell")}</HeadCell>
          <HeadCell>{t("problem")}</HeadCell>
        </Head>
        <tbody>
          {problems.first.map((problem) => (
            <Row key={`${problem.line}-${problem.column}-${problem.sentence.key}`}>
              <Cell head label={t("line")}>
                {/* In a list, a number alone says nothing. */}
                <span className="md:sr-only">{t("line")}</span> {problem.line}
              </Cell>
              <Cell label={t("column")}>{problem.column ? column(problem.column) : t("wholeRow")}</Cell>
              <Cell label={t("cell")} className="break-all">
                {problem.cell ? (
                  <bdi>{problem.cell}</bdi>
                ) : (
                  <span className="text-ink-faint">{t("empty")}</span>
                )}
              </Cell>
              <Cell label={t("problem")}>
                <FieldError>
                  <SentenceText of={problem.sentence} />
                </FieldError>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <HiddenRows count={hidden} />
    </>
  );
}

/** How many lines of a file are not shown, where some are not. */
export function HiddenRows({ count }: { count: number }) {
  const t = useTranslations("imports.preview");
  if (count === 0) return null;
  return <p className="border-t border-line px-5 py-3 text-body text-ink-soft">{t("more", { count })}</p>;
}
