import { PhoneCall } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CallMentorLoads } from "@/components/call-covers/call-mentor-loads";
import { CallsGrid } from "@/components/call-covers/calls-grid";
import { CallsSummary } from "@/components/call-covers/calls-summary";
import { Words } from "@/components/shell/words";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import type { CallGrid, CallRow } from "@/lib/call-covers/grid";
import { getCallGrid } from "@/lib/call-covers/queries";

type Props = {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const clientWords = ["errors", "mentor-leave.refused", "sessions.refused", "call-covers"] as const;

const filters = ["gaps", "suggestions"] as const;
type Filter = (typeof filters)[number];

function isShown({ cells }: CallRow, filter: Filter): boolean {
  return cells.some(({ state }) => (filter === "gaps" ? state === "gap" : state === "suggested"));
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("call-covers");
  return { title: t("title") };
}

export default async function CallsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const grid = await orNotFound(getCallGrid(actor, pageId((await params).cohortId)));
  const { show } = await searchParams;
  const t = await getTranslations("call-covers.grid");
  if (grid.rows.length === 0) {
    return (
      <EmptyState icon={<PhoneCall />} title={t("empty")}>
        {t("emptyWhy")}
      </EmptyState>
    );
  }
  return (
    <Words of={clientWords}>
      <div className="grid items-start gap-5 xl:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-5">
          <CallsSummary grid={grid} />
          <Blocks grid={grid} filter={filters.find((name) => name === show)} />
        </div>
        <CallMentorLoads mentors={grid.mentors} />
      </div>
    </Words>
  );
}

async function Blocks({ grid, filter }: { grid: CallGrid; filter: Filter | undefined }) {
  const t = await getTranslations("call-covers.grid");
  const address = `/cohorts/${grid.cohort.id}/calls`;
  const those = (name: Filter) => grid.rows.filter((row) => isShown(row, name));
  const shown = filter ? those(filter) : grid.rows;
  const { columns, mentors, cohort } = grid;
  return (
    <Panel title={t("title")} flush>
      <div className="px-4 pb-3 md:px-5">
        <FilterChips
          label={t("filter")}
          clearHref={address}
          chips={filters.map((name) => ({
            href: `${address}?show=${name}`,
            label: t(name),
            count: those(name).length,
            current: name === filter,
          }))}
        />
      </div>
      {shown.length > 0 ? (
        <CallsGrid
          columns={columns}
          rows={shown}
          mentors={mentors.map(({ nominationId, name, calls }) => ({ nominationId, name, calls }))}
          cohort={cohort}
        />
      ) : (
        <EmptyState
          icon={<PhoneCall />}
          title={t("nobodySuch")}
          action={
            <Link href={address} className={buttonClass()}>
              {t("showAll")}
            </Link>
          }
        />
      )}
    </Panel>
  );
}
