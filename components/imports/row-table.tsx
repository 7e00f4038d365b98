import { useTranslations } from "next-intl";
import type { ImportRow } from "@/lib/imports/people-file";
import type { ImportColumn } from "@/lib/imports/schema";
import { Status, type Tone } from "../ui/badge";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { HiddenRows } from "./problem-table";

export type ReadRow = ImportRow & { effect: "added" | "changed" | "enrolled" | "same" | "wrong" };

const tones: Record<ReadRow["effect"], Tone> = {
  added: "done",
  changed: "accent",
  enrolled: "done",
  same: "neutral",
  wrong: "missed",
};

/** The rows of a file as they were read, and what each of them would do. */
export function RowTable({
  rows,
  all,
  columns,
}: {
  rows: readonly ReadRow[];
  all: number;
  /** The columns that the file has. */
  columns: readonly ImportColumn[];
}) {
  const t = useTranslations("imports.preview");
  const column = useTranslations("imports.column");
  const hidden = all - rows.length;
  return (
    <>
      <Table caption={t("rowsCaption")} phone="scroll">
        <Head>
          <HeadCell>{t("line")}</HeadCell>
          <HeadCell>{t("effect")}</HeadCell>
          {columns.map((one) => (
            <HeadCell key={one}>{column(one)}</HeadCell>
          ))}
        </Head>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line}>
              <Cell head>{row.line}</Cell>
              <Cell>
                <Status tone={tones[row.effect]}>{t(`effects.${row.effect}`)}</Status>
              </Cell>
              {columns.map((one) => (
                <Cell key={one} className={one === "hireDate" ? "whitespace-nowrap" : undefined}>
                  <bdi>
                    <CellText row={row} column={one} />
                  </bdi>
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
      <HiddenRows count={hidden} />
    </>
  );
}

function CellText({ row, column }: { row: ReadRow; column: ImportColumn }) {
  const grant = useTranslations("people.grant");
  return column === "grants" ? row.grants.map((kind) => grant(kind)).join(", ") : row[column];
}
