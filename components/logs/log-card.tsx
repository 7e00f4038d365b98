"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import type { DeskEntry } from "@/lib/logs/queries";
import type { LogContent } from "@/lib/logs/schema";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { SentenceText, useDecoded, useTroubleWords } from "../ui/sentence";
import { Sign } from "../ui/sign";
import { ActivityList } from "./activity-list";
import { LogConflict } from "./log-conflict";
import type { DraftView, LogDraft } from "./log-draft";
import { CountFields, type FieldProblem, ProgressField, SkillField, WordFields } from "./log-fields";
import { LogStatusBadge } from "./log-status";
import { LogSummary } from "./log-summary";

const fields = ["progress", "learned", "note", "calls", "emails", "meetings", "proposals"];

/** The words of what is wrong, beside the field when it has one of its own, else above the form. */
function useProblems({ trouble }: DraftView): { problem: FieldProblem; whole: string | null } {
  const words = useTroubleWords();
  const decoded = useDecoded();
  const at: Record<string, string> = {};
  if (trouble?.kind === "refused" && trouble.field) at[trouble.field] = words(trouble);
  if (trouble?.kind === "invalid") {
    for (const [field, text] of Object.entries(trouble.fields)) at[field] = decoded(text);
  }
  const placed = Object.keys(at).some((field) => fields.includes(field));
  const first = Object.values(at)[0];
  return {
    problem: (field) => at[field],
    whole: !trouble || placed ? null : (first ?? words(trouble)),
  };
}

/** What became of what was typed, in a few words that are read out when they change. */
function SaveLine({ view, timeZone }: { view: DraftView; timeZone: string }) {
  const t = useTranslations("logs.save");
  const format = useFormatter();
  const { phase, savedAt } = view;
  const at = savedAt ? format.dateTime(savedAt, { timeZone, hour: "numeric", minute: "2-digit" }) : "";
  const shown = {
    untouched: null,
    typing: view.submitted ? t("notYet") : null,
    saving: t("saving"),
    saved: at && t(view.submitted ? "submitted" : "saved", { at }),
    offline: t("offline"),
    outdated: t("outdated"),
    refused: t("refused"),
    conflict: t("refused"),
  }[phase];
  const warns = phase === "offline" || phase === "outdated" || phase === "refused" || phase === "conflict";
  return (
    <p
      role="status"
      className={classNames(
        "flex items-center gap-1.5 text-sm tabular-nums max-md:order-last empty:hidden",
        warns ? "text-due" : "text-ink-soft",
      )}
    >
      {shown && warns && <Sign of="due" className="size-4" />}
      {shown}
    </p>
  );
}

function LogForm({ draft, view, entry }: { draft: LogDraft; view: DraftView; entry: DeskEntry }) {
  const t = useTranslations("logs.form");
  const { problem, whole } = useProblems(view);
  const { content } = view;
  const change = (part: Partial<LogContent>) => draft.change(part);
  return (
    <div className="grid gap-5">
      {whole && (
        <p role="alert" className="text-body text-missed">
          {whole}
        </p>
      )}
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <ActivityList activities={content.activities} onChange={(activities) => change({ activities })} />
        <div className="grid content-start gap-5">
          <ProgressField value={content.progress} problem={problem} onChange={change} />
          <CountFields counts={content} before={entry.before} problem={problem} onChange={change} />
          <SkillField skills={entry.skills} chosen={content.skillIds} onChange={change} />
        </div>
      </div>
      <WordFields content={content} problem={problem} onChange={change} />
      <Button
        tone="primary"
        className="max-md:w-full md:justify-self-start"
        pending={view.phase === "saving"}
        onClick={() => void draft.submit()}
      >
        {view.submitted ? t("submitAgain") : t("submit", { name: entry.mentee })}
      </Button>
    </div>
  );
}

/** What is inside a log: the form, what it says once it is submitted, or both sides of a conflict. */
function LogBody({
  draft,
  view,
  entry,
  timeZone,
}: {
  draft: LogDraft;
  view: DraftView;
  entry: DeskEntry;
  timeZone: string;
}) {
  const t = useTranslations("logs.form");
  const names = (content: LogContent) =>
    entry.skills.filter(({ id }) => content.skillIds.includes(id)).map(({ name }) => name);
  const reads = entry.refusal !== null || (view.submitted && !view.correcting);
  const hasWords = view.submitted || entry.stored !== null;
  return (
    <div className="grid gap-4 border-t border-line px-4 pt-4 pb-5 md:px-5">
      {entry.refusal && (
        <p className="text-body text-ink-soft">
          <SentenceText of={entry.refusal} />
        </p>
      )}
      {view.theirs && (
        <LogConflict
          draft={draft}
          mine={view.content}
          theirs={view.theirs}
          skillNames={names}
          timeZone={timeZone}
        />
      )}
      {!view.theirs && !reads && <LogForm draft={draft} view={view} entry={entry} />}
      {!view.theirs && reads && hasWords && (
        <LogSummary log={{ ...view.content, skills: names(view.content), note: view.content }} />
      )}
      {!view.theirs && reads && !entry.refusal && (
        <Button className="justify-self-start" onClick={() => draft.correct()}>
          {t("correct")}
        </Button>
      )}
    </div>
  );
}

/** One mentee's log: folded to a line, open to write, read once it is submitted. */
export function LogCard({
  draft,
  entry,
  open,
  timeZone,
}: {
  draft: LogDraft;
  entry: DeskEntry;
  open: boolean;
  timeZone: string;
}) {
  const view = useSyncExternalStore(draft.subscribe, draft.read, draft.read);
  // A folded log costs a phone nothing until it is opened.
  const [opened, setOpened] = useState(open);
  return (
    <details
      open={open}
      className="panel group"
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 rounded-panel px-4 py-2 hover:bg-hover md:px-5">
        <Sign of="open" className="size-4 text-ink-faint transition-transform group-open:rotate-90" />
        <h2 className="min-w-0 flex-[1_1_9rem] text-base font-semibold">
          <bdi>{entry.mentee}</bdi>
        </h2>
        <SaveLine view={view} timeZone={timeZone} />
        <LogStatusBadge status={view.submitted ? "submitted" : entry.status} />
      </summary>
      {opened && <LogBody draft={draft} view={view} entry={entry} timeZone={timeZone} />}
    </details>
  );
}
