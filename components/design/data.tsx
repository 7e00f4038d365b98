import { NotebookPen, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PersonLine } from "../ui/avatar";
import { Status, type Tone } from "../ui/badge";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { FilterChips } from "../ui/filter-chips";
import { LinkTabs } from "../ui/link-tabs";
import { Pagination } from "../ui/pagination";
import { Panel } from "../ui/panel";
import { SearchForm } from "../ui/search-form";
import { Skeleton, SkeletonRows, SkeletonText } from "../ui/skeleton";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

type Floor = "smb" | "mid" | "enterprise";
type Log = "done" | "due" | "certify" | "missed" | "active";

const mentees: { name: string; mentor?: string; floor: Floor; calls: number; tone: Tone; log: Log }[] = [
  { name: "Amara Okafor", mentor: "Luca Moretti", floor: "smb", calls: 14, tone: "done", log: "done" },
  { name: "王小明", mentor: "Ingrid Solheim", floor: "mid", calls: 9, tone: "due", log: "due" },
  { name: "ليلى حداد", mentor: "Luca Moretti", floor: "smb", calls: 22, tone: "certify", log: "certify" },
  {
    name: "Wolfeschlegelsteinhausenbergerdorff, Maximiliane-Friederike",
    floor: "enterprise",
    calls: 0,
    tone: "missed",
    log: "missed",
  },
  { name: "Нина Ковальчук", mentor: "田中 さくら", floor: "mid", calls: 17, tone: "accent", log: "active" },
];

function Mentees() {
  const t = useTranslations("design");
  return (
    <Table caption={t("data.caption")}>
      <Head>
        <HeadCell sort={{ href: "?sort=-mentee", direction: "ascending" }}>{t("data.mentee")}</HeadCell>
        <HeadCell sort={{ href: "?sort=mentor" }}>{t("data.mentor")}</HeadCell>
        <HeadCell>{t("data.floor")}</HeadCell>
        <HeadCell end>{t("data.calls")}</HeadCell>
        <HeadCell>{t("data.log")}</HeadCell>
      </Head>
      <tbody>
        {mentees.map((mentee, index) => (
          <Row key={mentee.name} current={index === 1}>
            <Cell head>
              <PersonLine name={mentee.name}>
                <Link href="#data">{mentee.name}</Link>
              </PersonLine>
            </Cell>
            <Cell label={t("data.mentor")}>
              {mentee.mentor ?? <span className="text-ink-faint">{t("data.none")}</span>}
            </Cell>
            <Cell label={t("data.floor")}>{t(`fields.floors.${mentee.floor}`)}</Cell>
            <Cell label={t("data.calls")} end>
              {mentee.calls}
            </Cell>
            <Cell label={t("data.log")}>
              <Status tone={mentee.tone}>{t(`signals.${mentee.log}`)}</Status>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** What narrows and divides a list, the list itself, and what stands in its place when it is empty or still coming. */
export function Data() {
  const t = useTranslations("design.data");
  return (
    <>
      <div className="grid gap-4" id="data">
        <LinkTabs
          label={t("tabs")}
          tabs={[
            { href: "?tab=plan", label: t("tabPlan") },
            { href: "?tab=mentors", label: t("tabMentors"), count: 12 },
            { href: "?tab=pairings", label: t("tabPairings"), count: 16, current: true },
            { href: "?tab=board", label: t("tabBoard") },
          ]}
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <FilterChips
            label={t("filters")}
            clearHref="?"
            chips={[
              { href: "?show=all", label: t("all"), count: 16 },
              { href: "?show=late", label: t("late"), count: 2, current: true },
              { href: "?show=certified", label: t("certified"), count: 1 },
            ]}
          />
          <SearchForm action="/settings/design" label={t("search")} />
        </div>
      </div>
      <Panel flush title={t("title")}>
        <Mentees />
      </Panel>
      <Pagination previousHref="?before=1" nextHref="?after=1" summary={t("summary")} />
      <div className="grid gap-5 md:grid-cols-2">
        <Panel>
          <EmptyState
            icon={<NotebookPen />}
            title={t("empty")}
            action={
              <Link href="#strip" className={buttonClass({ tone: "primary" })}>
                {t("emptyAction")}
              </Link>
            }
          >
            {t("emptyBody")}
          </EmptyState>
        </Panel>
        <Panel flush title={t("loading")}>
          <SkeletonRows rows={4} />
        </Panel>
        <Panel>
          <Skeleton className="mb-4 h-6 w-40" />
          <SkeletonText lines={3} />
        </Panel>
        <Panel>
          <EmptyState icon={<SearchX />} title={t("noMatch")} />
        </Panel>
      </div>
    </>
  );
}
