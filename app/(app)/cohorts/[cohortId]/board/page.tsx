import { LayoutGrid } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardTable } from "@/components/board/board-table";
import { signs } from "@/components/board/log-signs";
import { NeedsList } from "@/components/board/needs-list";
import { Words } from "@/components/shell/words";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { cohortBoard } from "@/lib/board/queries";
import { logStatuses, summarizeLogs } from "@/lib/logs/rules";

type Props = { params: Promise<{ cohortId: string }> };

/** What scrolls must be reachable by keyboard, although it does nothing itself. */
const reachable = { tabIndex: 0 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

export default async function BoardPage({ params }: Props) {
  const actor = await requireActor();
  const board = await orNotFound(cohortBoard(actor, pageId((await params).cohortId)));
  const [t, states] = await Promise.all([getTranslations("board"), getTranslations("logs.state.status")]);
  if (board.rows.length === 0 || board.notBegun) {
    const why = board.rows.length === 0 ? "empty" : "notBegun";
    return (
      <EmptyState icon={<LayoutGrid />} title={t(`${why}.title`)}>
        {t(`${why}.body`)}
      </EmptyState>
    );
  }
  const rows = board.rows.map(({ days, state: _, ...row }) => ({
    ...row,
    statuses: days.map(({ status }) => logStatuses.indexOf(status)).join(""),
  }));
  const all = summarizeLogs(board.rows.flatMap((row) => row.days.map((day) => day.status)));
  return (
    <div className="grid gap-5">
      {board.state === "ACTIVE" && (
        <Panel title={t("need.title")}>
          <NeedsList needs={board.needs} />
        </Panel>
      )}
      <Panel
        flush
        title={t("table.title")}
        description={t("summary", { submitted: all.counts.submitted, expected: all.expected })}
        footer={
          <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
            <span className="sr-only">{t("legend")}</span>
            {logStatuses
              .filter((status) => signs[status].sign)
              .map((status) => (
                <span key={status}>
                  <span aria-hidden className={signs[status].look}>
                    {signs[status].sign}
                  </span>{" "}
                  {states(status)}
                </span>
              ))}
          </p>
        }
      >
        <section
          aria-label={t("table.caption")}
          {...reachable}
          className="overflow-x-auto print:overflow-visible"
        >
          <Words of={["board.table", "logs.state"]}>
            <BoardTable days={board.days} rows={rows} today={board.today} />
          </Words>
        </section>
      </Panel>
    </div>
  );
}
