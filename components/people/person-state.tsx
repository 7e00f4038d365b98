import { useTranslations } from "next-intl";
import type { PersonState as State } from "@/lib/people/rules";
import { Status, type Tone } from "../ui/badge";

const tones: Record<State, Tone> = {
  ACTIVE: "done",
  INVITED: "accent",
  NOT_INVITED: "due",
  DEACTIVATED: "neutral",
};

/** Where somebody stands between being added and being gone. */
export function PersonState({ state }: { state: State }) {
  const t = useTranslations("people");
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>;
}
