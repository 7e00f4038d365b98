import { useTranslations } from "next-intl";
import type { ShownImport } from "@/lib/imports/queries";
import { Status, type Tone } from "../ui/badge";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

const tones: Record<ShownImport["rows"][number]["effect"], Tone> = {
  added: "done",
  changed: "accent",
  same: "neutral",
};

/** The rows of a file as they were read, and what each of them would do. */
export function RowTable({ rows, all }: { rows: ShownImport["rows"]; all: number }) {
  const t = useTranslations("imports.preview");
  const column = useTranslations("imports.column");
  const grant = useTranslations("people.grant");
  const hidden = all - rows.length;
  return (
    <>
      <Table caption={t("rowsCaption")} phone="scroll">
        <Head>
          <HeadCell>{t("line")}</HeadCell>
          <HeadCell>{t("effect")}</HeadCell>
          <HeadCell>{column("name")}</HeadCell>
          <HeadCell>{column("email")}</HeadCell>
          <HeadCell>{column("title")}</HeadCell>
          <HeadCell>{column("floor")}</HeadCell>
          <HeadCell>{column("managerEmail")}</HeadCell>
          <HeadCell>{column("hireDate")}</HeadCell>
          <HeadCell>{column("timeZone")}</HeadCell>
          <HeadCell>{column("grants")}</HeadCell>
        </Head>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line}>
              <Cell head>{row.line}</Cell>
              <Cell>
                <Status tone={tones[row.effect]}>{t(`effects.${row.effect}`)}</Status>
              </Cell>
              <Cell>
                <bdi>{row.name}</bdi>
              </Cell>
              <Cell>{row.email}</Cell>
              <Cell>{row.title}</Cell>
              <Cell>{row.floor}</Cell>
              <Cell>{row.managerEmail}</Cell>
              <Cell className="whitespace-nowrap">{row.hireDate}</Cell>
              <Cell>{row.timeZone}</Cell>
              <Cell>{row.grants.map((kind) => grant(kind)).join(", ")}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {hidden > 0 && (
        <p className="border-t border-line px-5 py-3 text-body text-ink-soft">
          {t("more", { count: hidden })}
        </p>
      )}
    </>
  );
}
