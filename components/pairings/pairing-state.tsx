import { useTranslations } from "next-intl";
import type { PairingState } from "@/lib/pairings/rules";
import { Status, type Tone } from "../ui/badge";

const tones: Record<PairingState, Tone> = {
  SUGGESTED: "due",
  CONFIRMED: "done",
  ACTIVE: "done",
  PAUSED: "due",
  COMPLETED: "done",
  ENDED_EARLY: "neutral",
  REASSIGNED: "neutral",
  DISCARDED: "neutral",
};

/** Where a pairing stands, in a word. */
export function PairingStatus({ state }: { state: PairingState }) {
  const t = useTranslations("pairings.state.pairing");
  return <Status tone={tones[state]}>{t(state)}</Status>;
}
