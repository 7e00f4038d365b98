import { useTranslations } from "next-intl";
import { incompleteness } from "@/lib/mentors/training";
import type { OwnTraining } from "@/lib/training/queries";
import { DayWords } from "../cohorts/day-words";
import { Banner } from "../ui/banner";
import { SentenceText } from "../ui/sentence";

/** How far one's own training is: what is missing, or that nothing is to be done any more. */
export function TrainingNews({ training }: { training: OwnTraining }) {
  const t = useTranslations("training.state");
  const { earlier, waiverReason, progress } = training;
  if (earlier) {
    return (
      <Banner tone="done" title={t("carried.title", { cohort: earlier.cohort })}>
        {t("carried.body")} <DayWords day={earlier.until} year />.
      </Banner>
    );
  }
  if (training.training === "WAIVED") {
    return (
      <Banner tone="done" title={t("waived.title")}>
        <bdi>{waiverReason}</bdi>
      </Banner>
    );
  }
  if (training.training === "COMPLETED") {
    return (
      <Banner tone="done" title={t("completed.title")}>
        {t("completed.body")}
      </Banner>
    );
  }
  const missing = incompleteness(progress);
  return missing ? (
    <Banner tone="due" title={t("missing.title")}>
      <SentenceText of={missing} />
    </Banner>
  ) : (
    <Banner tone="info" title={t("ready.title")}>
      {t("ready.body")}
    </Banner>
  );
}
