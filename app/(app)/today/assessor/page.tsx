import { ClipboardCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ToScoreList } from "@/components/certification/to-score-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { attemptsToScore } from "@/lib/assessments/queries";
import { requireActor } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessments.today");
  return { title: t("title") };
}

export default async function AssessorTodayPage() {
  const actor = await requireActor();
  const [t, { toScore, scored }] = await Promise.all([
    getTranslations("assessments.today"),
    attemptsToScore(actor),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-3xl gap-5">
        <ToScoreList title={t("toScore")} entries={toScore} waits zone={actor.timeZone} />
        {toScore.length === 0 && (
          <EmptyState icon={<ClipboardCheck />} title={t("empty.title")}>
            {t("empty.body")}
          </EmptyState>
        )}
        <ToScoreList title={t("scored")} entries={scored} waits={false} zone={actor.timeZone} />
      </div>
    </>
  );
}
