import { useTranslations } from "next-intl";
import type { Funnel } from "@/lib/mentors/supply";
import { Banner, type BannerTone } from "../ui/banner";

/**
 * What there is against what is needed, as one sentence of judgement and one of numbers. Places are those of lead
 * mentors; call mentors are counted apart.
 */
export function SupplySummary({
  mentees,
  paired,
  funnel,
}: {
  mentees: number;
  paired: number;
  funnel: Funnel;
}) {
  const t = useTranslations("mentors.supply");
  const open = Math.max(0, mentees - paired);
  const { free, coming, callMentors } = funnel;
  const verdict = open <= free ? "enough" : open <= free + coming ? "coming" : "short";
  const tones = { enough: "done", coming: "due", short: "missed" } satisfies Record<string, BannerTone>;
  const words = mentees === 0 ? "nobody" : open === 0 ? "paired" : verdict;
  return (
    <Banner
      tone={mentees === 0 ? "info" : open === 0 ? "done" : tones[verdict]}
      title={t(`verdict.${words}`, { open, free, coming, missing: open - free - coming })}
    >
      {t("numbers", { mentees, paired, free, coming, callMentors })}
    </Banner>
  );
}
