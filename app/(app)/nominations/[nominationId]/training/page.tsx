import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Words } from "@/components/shell/words";
import { OwnDays, OwnScenarios, OwnTopics } from "@/components/training/own-training";
import { TrainingNews } from "@/components/training/training-news";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { getOwnTraining } from "@/lib/training/queries";

type Props = { params: Promise<{ nominationId: string }> };

const clientWords = ["errors", "training", "mentors.refused", "mentors.invalid"] as const;

const asked = cache(async (nominationId: string) => {
  const actor = await requireActor();
  return { actor, training: await orNotFound(getOwnTraining(actor, pageId(nominationId))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { training } = await asked((await params).nominationId);
  const t = await getTranslations("training.own");
  return { title: t("title", { cohort: training.cohort.name }) };
}

export default async function OwnTrainingPage({ params }: Props) {
  const { nominationId } = await params;
  const [{ actor, training }, t] = await Promise.all([asked(nominationId), getTranslations("training.own")]);
  const { cohort, earlier, training: state, progress } = training;
  // Whoever was trained elsewhere, or need not be, has nothing to do here; what they had begun still stands.
  const begun = progress.ticked + progress.attended + progress.answered > 0;
  const asks = (!earlier && state !== "WAIVED") || begun;
  return (
    <Words of={clientWords}>
      <PageHeader
        crumbs={[{ href: `/nominations/${nominationId}`, label: t("mentoring", { cohort: cohort.name }) }]}
        title={t("title", { cohort: cohort.name })}
      />
      <div className="grid max-w-3xl gap-5">
        <TrainingNews training={training} />
        {asks && (
          <>
            <OwnDays training={training} zone={actor.timeZone} />
            <OwnTopics training={training} zone={actor.timeZone} />
            <OwnScenarios training={training} />
          </>
        )}
      </div>
    </Words>
  );
}
