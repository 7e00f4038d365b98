import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { AttemptDesk } from "@/components/certification/attempt-desk";
import { AttemptScores } from "@/components/certification/attempt-scores";
import { AttemptStatus } from "@/components/certification/attempt-status";
import { OutcomePanel } from "@/components/certification/outcome-panel";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { getAttempt } from "@/lib/assessments/queries";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { fromDay } from "@/lib/dates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessments.page");
  return { title: t("title") };
}

export default async function AttemptPage({ params }: PageProps<"/attempts/[attemptId]">) {
  const actor = await requireActor();
  const attempt = await orNotFound(getAttempt(actor, pageId((await params).attemptId)));
  const [t, format] = await Promise.all([getTranslations("assessments.page"), getFormatter()]);
  const { role, mentee, cohort, released } = attempt;
  const home = {
    organizer: { href: `/cohorts/${cohort.id}/certification`, label: cohort.name },
    assessor: { href: "/today/assessor", label: t("today") },
    mentee: { href: "/today/mentee", label: t("today") },
  }[role];
  return (
    <>
      <PageHeader
        crumbs={[home]}
        title={role === "mentee" ? t("yours") : t("of", { mentee: mentee.name })}
        status={<AttemptStatus state={attempt.state} />}
        description={t("where", {
          number: attempt.number,
          cohort: cohort.name,
          day: format.dateTime(fromDay(attempt.day), { timeZone: "UTC", dateStyle: "full" }),
        })}
        actions={<PrintButton>{t("print")}</PrintButton>}
      />
      <div className="grid gap-5">
        {released && (
          <OutcomePanel
            released={released}
            mentee={mentee.name}
            toMentee={role === "mentee"}
            now={clock.now()}
            zone={actor.timeZone}
          />
        )}
        <AttemptDesk attempt={attempt} />
        <AttemptScores attempt={attempt} />
      </div>
    </>
  );
}
