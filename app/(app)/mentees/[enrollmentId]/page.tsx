import { NotebookPen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MenteeOutcomes } from "@/components/certification/mentee-outcomes";
import { EnrollmentStatus } from "@/components/cohorts/cohort-state";
import { TwoWeekStrip } from "@/components/cohorts/two-week-strip";
import { logStrip } from "@/components/logs/log-days";
import { LogList } from "@/components/mentees/log-list";
import { MentorLines } from "@/components/mentees/mentor-lines";
import { NumberTable } from "@/components/mentees/number-table";
import { SessionLines } from "@/components/mentees/session-lines";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { outcomesOf } from "@/lib/certification/queries";
import { type MenteeRecord, menteeRecord } from "@/lib/mentees/queries";

type Props = {
  params: Promise<{ enrollmentId: string }>;
  searchParams: Promise<{ before?: unknown }>;
};

/** As many sessions as somebody wants to know of before they open the whole schedule. */
const soon = 6;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mentees");
  return { title: t("title") };
}

/** What the mentee sees of their days: what was logged, not what their mentor still owes. */
function shownDays({ days, isSelf }: MenteeRecord) {
  if (!isSelf) return days;
  return days.map((one) => ({
    ...one,
    status: ["submitted", "excused", "paused"].includes(one.status) ? one.status : ("none" as const),
  }));
}

export default async function MenteePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const enrollmentId = pageId((await params).enrollmentId);
  const { before } = await searchParams;
  const key = typeof before === "string" ? before : undefined;
  const [record, attempts] = await orNotFound(
    Promise.all([menteeRecord(actor, enrollmentId, key), outcomesOf(actor, enrollmentId)]),
  );
  const t = await getTranslations("mentees");
  const { cohort, person, certificate } = record;
  const today = record.days.find(({ day }) => day === cohort.today);
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/cohorts/${cohort.id}`, label: cohort.name }]}
        title={<bdi>{person.name}</bdi>}
        status={<EnrollmentStatus state={record.state} />}
        description={[person.title, person.floor?.name].filter(Boolean).join(" · ")}
        actions={
          <>
            {certificate && (
              <Link href={`/certificates/${certificate.number}`} className={buttonClass()}>
                {t("certificate")}
              </Link>
            )}
            {(record.isSelf || record.mentors) && (
              <Link href={`/mentees/${record.id}/intake`} className={buttonClass()}>
                {t("intake")}
              </Link>
            )}
            {record.mentors && (
              <Link href="/logs" className={buttonClass({ tone: "primary" })}>
                {t("write")}
              </Link>
            )}
          </>
        }
      />
      <div className="grid gap-5">
        <Panel>
          <TwoWeekStrip
            size="large"
            days={logStrip(shownDays(record), cohort.today)}
            total={record.days.length}
            current={today?.number}
          />
        </Panel>
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
          <Logs record={record} zone={actor.timeZone} paged={key !== undefined} />
          <div className="grid gap-5">
            <Panel title={t("mentors")}>
              {record.pairings.length > 0 ? (
                <MentorLines pairings={record.pairings} />
              ) : (
                <p className="text-body text-ink-soft">{t("noMentor")}</p>
              )}
            </Panel>
            <MenteeOutcomes attempts={attempts} />
            {record.numbers.length > 0 && (
              <Panel flush title={t("numbers.title")}>
                <NumberTable numbers={record.numbers} />
              </Panel>
            )}
            {record.coming.length > 0 && (
              <Panel flush title={t("coming")}>
                <SessionLines sessions={record.coming.slice(0, soon)} zone={actor.timeZone} />
              </Panel>
            )}
            {record.past.length > 0 && (
              <Panel flush title={t("past")}>
                <SessionLines sessions={record.past.slice(-soon).reverse()} zone={actor.timeZone} />
              </Panel>
            )}
          </div>
        </div>
      </div>
    </>
  );
}

async function Logs({ record, zone, paged }: { record: MenteeRecord; zone: string; paged: boolean }) {
  const t = await getTranslations("mentees");
  const address = `/mentees/${record.id}`;
  return (
    <Panel flush title={t("logs")}>
      {record.logs.length === 0 ? (
        <EmptyState icon={<NotebookPen aria-hidden />} title={t("empty.title")}>
          {t(record.isSelf ? "empty.own" : "empty.body")}
        </EmptyState>
      ) : (
        <LogList logs={record.logs} zone={zone} />
      )}
      {(paged || record.next) && (
        <div className="flex flex-wrap items-center gap-4 border-t border-line px-4 md:px-5">
          {paged && (
            <Link href={address} className="link my-3 text-body">
              {t("newest")}
            </Link>
          )}
          <Pagination nextHref={record.next ? `${address}?before=${record.next}` : null} />
        </div>
      )}
    </Panel>
  );
}
