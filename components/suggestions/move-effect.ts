import { useFormatter, useTranslations } from "next-intl";
import type { MoveChoice, Step } from "@/lib/suggestions/moves";
import { useSentence } from "../ui/sentence";

/** Says what a move does: to whom, and to the total; or why it cannot be. */
export function useMoveEffect(
  total: number,
): (choice: MoveChoice) => { who: string[]; points: string | null } {
  const t = useTranslations("suggestions.move");
  const format = useFormatter();
  const sentence = useSentence();
  const gainOf = ({ mentee, gain }: Step) => {
    const change = format.number(Math.abs(gain), { style: "percent" });
    return t(`gain.${gain > 0 ? "more" : gain < 0 ? "less" : "same"}`, { mentee, change });
  };
  return ({ steps, gain, reason }) => {
    if (!steps) return { who: reason ? [sentence(reason)] : [], points: null };
    const [first, second] = steps;
    const room = second
      ? [t("room", { mentee: second.mentee, mentor: second.to.mentor }), gainOf(second)]
      : [];
    const points = t("points", { points: format.number(total + gain, { maximumFractionDigits: 2 }) });
    return { who: [gainOf(first), ...room], points };
  };
}
