import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Words } from "@/components/shell/words";
import { AnswersPanel } from "@/components/training/answers-panel";
import { DaysPanel } from "@/components/training/days-panel";
import { ScenariosPanel } from "@/components/training/scenarios-panel";
import { TopicsPanel } from "@/components/training/topics-panel";
import { TrainingGrid } from "@/components/training/training-grid";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { addDays, dayAt } from "@/lib/dates";
import { getTraining } from "@/lib/training/queries";

type Props = { params: Promise<{ cohortId: string }> };

const clientWords = ["errors", "training", "mentors.refused", "mentors.invalid"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("training");
  return { title: t("title") };
}

export default async function TrainingPage({ params }: Props) {
  const actor = await requireActor();
  const cohortId = pageId((await params).cohortId);
  const [training, t] = await Promise.all([
    orNotFound(getTraining(actor, cohortId)),
    getTranslations("training"),
  ]);
  const now = clock.now();
  const tomorrow = addDays(dayAt(now, training.cohort.timeZone), 1);
  return (
    <Words of={clientWords}>
      <p className="mb-3 text-body">
        <Link className="link inline-block py-1.5 md:py-0" href={`/cohorts/${cohortId}/mentors`}>
          {t("toMentors")}
        </Link>
      </p>
      <div className="grid gap-5">
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <DaysPanel {...{ training, now }} zone={actor.timeZone} suggested={tomorrow} />
          <TopicsPanel training={training} />
        </div>
        <ScenariosPanel training={training} />
        <TrainingGrid training={training} now={now} />
        <AnswersPanel training={training} now={now} zone={actor.timeZone} />
      </div>
    </Words>
  );
}
