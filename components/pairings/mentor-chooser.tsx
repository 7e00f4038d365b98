"use client";

import { useTranslations } from "next-intl";
import type { Day } from "@/lib/dates";
import { discardPairing, pairMentee } from "@/lib/pairings/actions";
import type { BoardMentee, BoardMentor } from "@/lib/pairings/queries";
import type { PairingKind } from "@/lib/pairings/rules";
import { ShortLoadWarnings } from "../mentor-loads/load-warnings";
import { runAction } from "../ui/run-action";
import { useSentence } from "../ui/sentence";
import { showToast } from "../ui/toast";
import { useRefused } from "../ui/use-refused";
import { type MentorChoice, mentorChoices } from "./mentor-choices";
import { MentorDialog, type MentorLine } from "./mentor-dialog";

/** Chooses a mentor for one mentee. Whoever cannot take this mentee stands below with the reason. */
export function MentorChooser({
  mentee,
  kind,
  mentors,
  days,
  onClose,
  onPaired,
}: {
  mentee: BoardMentee;
  kind: PairingKind;
  mentors: BoardMentor[];
  /** The program days of the cohort. */
  days: readonly Day[];
  onClose: () => void;
  onPaired: () => void;
}) {
  const t = useTranslations("pairings.choose");
  const refused = useRefused();
  const lineOf = useLines(kind);

  async function takeBack(pairingId: string) {
    const outcome = await runAction(discardPairing, { pairingId });
    if (outcome.done) showToast({ text: t("undone", { mentee: mentee.name }) });
    else refused(outcome.trouble);
  }

  async function choose(nominationId: string) {
    const outcome = await runAction(pairMentee, { enrollmentId: mentee.enrollmentId, nominationId, kind });
    if (!outcome.done) return refused(outcome.trouble);
    const mentor = mentors.find((one) => one.nominationId === nominationId)?.name ?? "";
    const pairingId = outcome.data?.pairingId;
    showToast({
      text: t("done", { mentor, mentee: mentee.name }),
      ...(pairingId ? { undo: { label: t("undo"), run: () => void takeBack(pairingId) } } : {}),
    });
    onPaired();
  }

  return (
    <MentorDialog
      title={t(`title.${kind}`, { mentee: mentee.name })}
      description={t("what")}
      mentors={mentorChoices(mentee, mentors, kind, days).map(lineOf)}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

/** How a mentor stands in the list: with leave on some of the program days, or with why they cannot take this mentee. */
function useLines(kind: PairingKind): (choice: MentorChoice) => MentorLine {
  const t = useTranslations("pairings.choose");
  const words = useSentence();
  return ({ mentor, free, away, reason }) => {
    const { nominationId, name, floor, hoursPerWeek: hours } = mentor;
    const partly = away.days > 0 ? words({ key: "matching.reason.away", values: away }) : "";
    return {
      nominationId,
      name,
      floor,
      beside: t("detail", { floor, hours }),
      below: reason ? words(reason) : partly,
      warning: <ShortLoadWarnings of={mentor.load} />,
      end: t("free", { free, ...mentor.places[kind] }),
      able: reason === null,
    };
  };
}
