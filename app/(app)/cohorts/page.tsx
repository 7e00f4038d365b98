import { Users } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CohortTable, RunningCohorts } from "@/components/cohorts/cohort-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { standing } from "@/lib/access";
import { requireActor } from "@/lib/auth";
import { type CohortLists, listCohorts } from "@/lib/cohorts/queries";
import { listSearch } from "@/lib/cohorts/schema";
import { may } from "@/lib/permissions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohorts");
  return { title: t("title") };
}

export default async function CohortsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const show = listSearch.parse(await searchParams);
  const [lists, t] = await Promise.all([listCohorts(actor, show), getTranslations("cohorts")]);
  const creates = may(standing(actor), "cohorts.createCohort");
  const narrowed = Boolean(show.q || show.mine);
  const anything = lists.running.length + lists.planned.length + lists.over.length > 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("list.description")}
        actions={
          creates && (
            <Link href="/cohorts/new" className={buttonClass({ tone: "primary" })}>
              {t("list.create")}
            </Link>
          )
        }
      />
      {(anything || narrowed) && (
        <div className="mb-5 flex flex-wrap items-center gap-3">
          <SearchForm
            action="/cohorts"
            label={t("list.search")}
            value={show.q}
            keep={{ mine: show.mine ? "yes" : undefined }}
          />
          {creates && <Whose q={show.q} mine={show.mine} />}
        </div>
      )}
      {anything ? <Lists lists={lists} show={show} /> : <Nothing creates={creates} narrowed={narrowed} />}
    </>
  );
}

/** The same list with other filters. */
function address(show: { q?: string; mine?: boolean; before?: string }) {
  const search = new URLSearchParams();
  if (show.q) search.set("q", show.q);
  if (show.mine) search.set("mine", "yes");
  if (show.before) search.set("before", show.before);
  return search.size > 0 ? `/cohorts?${search}` : "/cohorts";
}

async function Whose({ q, mine }: { q?: string; mine?: boolean }) {
  const t = await getTranslations("cohorts.list");
  return (
    <FilterChips
      label={t("filter")}
      chips={[
        { href: address({ q }), label: t("all"), current: !mine },
        { href: address({ q, mine: true }), label: t("mine"), current: mine },
      ]}
    />
  );
}

async function Lists({ lists, show }: { lists: CohortLists; show: { q?: string; mine?: boolean } }) {
  const t = await getTranslations("cohorts.list");
  return (
    <div className="grid gap-5">
      <RunningCohorts cohorts={lists.running} />
      <CohortTable title={t("planned")} cohorts={lists.planned} />
      <CohortTable title={t("over")} cohorts={lists.over} />
      {lists.next && <Pagination nextHref={address({ ...show, before: lists.next })} />}
    </div>
  );
}

async function Nothing({ creates, narrowed }: { creates: boolean; narrowed: boolean }) {
  const t = await getTranslations("cohorts.list");
  if (narrowed) {
    const clear = (
      <Link href="/cohorts" className={buttonClass()}>
        {t("clear")}
      </Link>
    );
    return (
      <EmptyState icon={<Users />} title={t("nothing")} action={clear}>
        {t("nothingWhy")}
      </EmptyState>
    );
  }
  const create = creates && (
    <Link href="/cohorts/new" className={buttonClass({ tone: "primary" })}>
      {t("create")}
    </Link>
  );
  return (
    <EmptyState icon={<Users />} title={t("empty")} action={create}>
      {creates ? t("emptyOrganizer") : t("emptyOther")}
    </EmptyState>
  );
}
