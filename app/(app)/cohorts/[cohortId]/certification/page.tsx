import { Award } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CertificationTable } from "@/components/certification/certification-table";
import { PlanAttempt } from "@/components/certification/plan-attempt";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound, requireActor } from "@/lib/auth";
import { assessorCandidates, cohortCertification } from "@/lib/certification/queries";
import { fromDay } from "@/lib/dates";
import { NotFoundError } from "@/lib/errors";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certification.page");
  return { title: t("title") };
}

type Asked = { params: Promise<{ cohortId: string }>; searchParams: Promise<{ mentee?: string | string[] }> };

async function load({ params, searchParams }: Asked) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).cohortId);
  if (!id.success) throw new NotFoundError();
  const asked = await searchParams;
  const [cohort, candidates] = await Promise.all([
    cohortCertification(actor, id.data),
    asked.mentee ? assessorCandidates(actor, id.data) : [],
  ]);
  return { cohort, candidates, open: cohort.mentees.find((mentee) => mentee.id === asked.mentee) };
}

export default async function CertificationPage(props: PageProps<"/cohorts/[cohortId]/certification">) {
  const { cohort, candidates, open } = await orNotFound(load(props));
  const [t, format] = await Promise.all([getTranslations("certification.page"), getFormatter()]);
  const planned =
    open &&
    (open.canSchedule ||
      open.attempts.some(({ state }) => state === "SCHEDULED" || state === "IN_ASSESSMENT"));
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/cohorts/${cohort.id}`, label: cohort.name }]}
        title={t("title")}
        description={t("description", {
          day: format.dateTime(fromDay(cohort.certificationDate), { timeZone: "UTC", dateStyle: "full" }),
          rubric: cohort.rubric.name,
          passMark: cohort.rubric.passMark,
        })}
      />
      <div className="grid gap-5">
        {planned && cohort.state === "ACTIVE" && (
          <PlanAttempt key={open.id} cohort={cohort} mentee={open} candidates={candidates} />
        )}
        {cohort.mentees.length > 0 ? (
          <Panel flush>
            <CertificationTable cohort={cohort} open={open?.id} />
          </Panel>
        ) : (
          <EmptyState icon={<Award />} title={t("empty.title")}>
            {t("empty.body")}
          </EmptyState>
        )}
      </div>
    </>
  );
}
