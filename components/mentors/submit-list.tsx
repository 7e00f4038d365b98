"use client";

import { useTranslations } from "next-intl";
import type { Sentence } from "@/lib/errors";
import { submitList } from "@/lib/mentor-lists/actions";
import { ActionButton } from "../ui/action-button";
import { SentenceText } from "../ui/sentence";

/** Submits a list, after saying what that means; while something is missing it says what. */
export function SubmitList({
  listId,
  mentors,
  places,
  blockers,
}: {
  listId: string;
  mentors: number;
  places: number;
  blockers: Sentence[];
}) {
  const t = useTranslations("mentors.submit");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ActionButton
        tone="primary"
        action={submitList}
        input={{ listId }}
        done={t("done")}
        disabled={blockers.length > 0}
        confirm={{
          title: t("title"),
          body: t("what", { mentors, places }),
          label: t("submit"),
          danger: false,
        }}
      >
        {t("submit")}
      </ActionButton>
      {blockers.length > 0 && (
        <ul className="text-body text-ink-soft">
          {blockers.map((blocker) => (
            <li key={blocker.key}>
              <SentenceText of={blocker} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
