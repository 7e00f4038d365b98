import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownImport } from "@/lib/imports/queries";
import type { ImportColumn } from "@/lib/imports/schema";
import { Banner } from "../ui/banner";
import { Panel } from "../ui/panel";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { Time } from "../ui/time";
import { type ImportOf, UndoButton } from "./import-buttons";
import { MapForm } from "./map-form";
import { ProblemTable } from "./problem-table";
import { type ReadRow, RowTable } from "./row-table";

type Shown = Pick<
  ShownImport,
  "id" | "samples" | "columns" | "refusal" | "problems" | "undoableUntil" | "undone"
>;

/** A file before it is committed: what would happen or what is wrong, what its columns hold, and its rows. */
export function ImportPreview({
  shown,
  rows,
  all,
  among,
  of,
  summary,
}: {
  shown: Shown;
  rows: readonly ReadRow[];
  /** How many rows the file has; the first of them are shown. */
  all: number;
  /** The columns that this kind of file can have. */
  among: readonly ImportColumn[];
  of: ImportOf;
  /** What would happen, where nothing is wrong. */
  summary: ReactNode;
}) {
  const t = useTranslations("imports");
  const { problems, refusal } = shown;
  const mapping = (
    <Panel title={t("map.title")} description={t("map.why")}>
      <MapForm key={shown.columns.join()} shown={shown} among={among} of={of} />
    </Panel>
  );
  if (refusal) return mapping;
  return (
    <div className="grid gap-5">
      {problems.count > 0 ? (
        <>
          <Banner tone="missed" title={t("preview.problemsTitle", { count: problems.count })}>
            {t("preview.problemsBody")}
          </Banner>
          <Panel flush>
            <ProblemTable problems={problems} />
          </Panel>
        </>
      ) : (
        summary
      )}
      {mapping}
      <Panel flush title={t("preview.rowsTitle")}>
        <RowTable rows={rows} all={all} columns={among.filter((column) => shown.columns.includes(column))} />
      </Panel>
    </div>
  );
}

/** What a file without problems would do, in a line for each effect; or that it would do nothing. */
export function ImportSummary({ lines, nothing }: { lines: readonly string[]; nothing: string | null }) {
  if (nothing) return <Banner tone="done">{nothing}</Banner>;
  return (
    <Banner tone="info">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Banner>
  );
}

/** Until when a committed import can be undone, with the button for it. */
export function UndoOffer({ shown, zone, of }: { shown: Shown; zone: string; of: ImportOf }) {
  const t = useTranslations("imports.undo");
  if (!shown.undoableUntil) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 text-body text-ink-soft">
      <UndoButton importId={shown.id} of={of} />
      <span>
        {t.rich("until", { time: () => <Time at={shown.undoableUntil as Date} zone={zone} show="both" /> })}
      </span>
    </div>
  );
}

/** What came of undoing an import: what it did, and whom it had to leave, with the reason. */
export function UndoReport({
  undone,
  body,
  actions,
}: {
  undone: NonNullable<Shown["undone"]>;
  body: string;
  actions: ReactNode;
}) {
  const t = useTranslations("imports.undo");
  const { left } = undone;
  return (
    <div className="grid gap-5">
      <Banner tone="done" title={t("title")} actions={actions}>
        {body}
      </Banner>
      {left.length > 0 && (
        <Panel flush title={t("leftTitle", { count: left.length })}>
          <Table caption={t("leftCaption")}>
            <Head>
              <HeadCell>{t("who")}</HeadCell>
              <HeadCell>{t("why")}</HeadCell>
            </Head>
            <tbody>
              {left.map(({ id, name, sentence }) => (
                <Row key={id}>
                  <Cell head>
                    <bdi>{name}</bdi>
                  </Cell>
                  <Cell label={t("why")}>
                    <SentenceText of={sentence} />
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </Panel>
      )}
    </div>
  );
}
