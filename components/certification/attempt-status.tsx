import { useTranslations } from "next-intl";
import { Status, type Tone } from "@/components/ui/badge";
import type { AttemptState } from "@/lib/certification/rules";

const tones: Record<AttemptState, Tone> = {
  SCHEDULED: "accent",
  IN_ASSESSMENT: "due",
  PASSED: "certify",
  RETAKE: "due",
  EXTENDED: "due",
  FAILED: "missed",
  CANCELLED: "neutral",
};

/** Where an attempt stands, in a word. */
export function AttemptStatus({ state }: { state: AttemptState }) {
  const t = useTranslations("certification.state.attempt");
  return <Status tone={tones[state]}>{t(state)}</Status>;
}
