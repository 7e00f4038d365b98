"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { discardPairing, pairMentee } from "@/lib/pairings/actions";
import type { BoardMentee, BoardMentor } from "@/lib/pairings/queries";
import type { PairingKind } from "@/lib/pairings/rules";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { runAction } from "../ui/run-action";
import { useSentence, useTroubleWords } from "../ui/sentence";
import { showToast } from "../ui/toast";
import { type MentorChoice, mentorChoices } from "./mentor-choices";

/** From how many mentors on a search helps more than it takes room. */
const manyMentors = 8;

/** Chooses a mentor for one mentee. Whoever cannot take this mentee stands below with the reason. */
export function MentorChooser({
  mentee,
  kind,
  mentors,
  onClose,
  onPaired,
}: {
  mentee: BoardMentee;
  kind: PairingKind;
  mentors: BoardMentor[];
  onClose: () => void;
  onPaired: () => void;
}) {
  const t = useTranslations("pairings.choose");
  const troubleWords = useTroubleWords();
  const [search, setSearch] = useState("");
  const [pending, setPending] = useState<string | null>(null);
  const wanted = search.trim().toLocaleLowerCase();
  const choices = mentorChoices(mentee, mentors, kind).filter(
    ({ mentor }) =>
      mentor.name.toLocaleLowerCase().includes(wanted) || mentor.floor.toLocaleLowerCase().includes(wanted),
  );

  async function takeBack(pairingId: string) {
    const outcome = await runAction(discardPairing, { pairingId });
    if (outcome.done) showToast({ text: t("undone", { mentee: mentee.name }) });
    else showToast({ text: troubleWords(outcome.trouble), tone: "missed" });
  }

  async function choose({ nominationId, name }: BoardMentor) {
    if (pending) return;
    setPending(nominationId);
    const outcome = await runAction(pairMentee, { enrollmentId: mentee.enrollmentId, nominationId, kind });
    setPending(null);
    if (!outcome.done) return showToast({ text: troubleWords(outcome.trouble), tone: "missed" });
    const pairingId = outcome.data?.pairingId;
    showToast({
      text: t("done", { mentor: name, mentee: mentee.name }),
      ...(pairingId ? { undo: { label: t("undo"), run: () => void takeBack(pairingId) } } : {}),
    });
    onPaired();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`title.${kind}`, { mentee: mentee.name })}
      description={t("what")}
    >
      <div className="grid gap-3">
        {mentors.length >= manyMentors && (
          <Field label={t("search")} hideLabel>
            {(control) => (
              <Input
                {...control}
                type="search"
                placeholder={t("search")}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            )}
          </Field>
        )}
        {choices.length === 0 && <p className="text-body text-ink-soft">{t("nobody")}</p>}
        <ul className="grid">
          {choices.map((choice) => (
            <Choice
              key={choice.mentor.nominationId}
              choice={choice}
              kind={kind}
              pending={pending === choice.mentor.nominationId}
              onChoose={() => void choose(choice.mentor)}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Choice({
  choice: { mentor, free, reason },
  kind,
  pending,
  onChoose,
}: {
  choice: MentorChoice;
  kind: PairingKind;
  pending: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("pairings.choose");
  const words = useSentence();
  const { capacity, load } = mentor.places[kind];
  const who = (
    <span className="min-w-0 flex-1 text-start">
      <bdi className="block truncate font-medium">{mentor.name}</bdi>
      <span className="block text-sm text-ink-soft">
        {reason ? words(reason) : t("detail", { floor: mentor.floor, hours: mentor.hoursPerWeek })}
      </span>
    </span>
  );
  if (reason)
    return <li className="flex min-h-11 items-center px-2 py-1.5 text-body text-ink-soft">{who}</li>;
  return (
    <li>
      <button
        type="button"
        aria-busy={pending || undefined}
        className="flex min-h-11 w-full items-center gap-3 rounded-control px-2 py-1.5 text-body hover:bg-hover aria-busy:cursor-progress aria-busy:opacity-60"
        onClick={onChoose}
      >
        {who}
        <span className="shrink-0 text-sm text-ink-soft tabular-nums">
          {t("free", { free, load, capacity })}
        </span>
      </button>
    </li>
  );
}
