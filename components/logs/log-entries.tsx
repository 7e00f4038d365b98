"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type Day, fromDay, isDay } from "@/lib/dates";
import { saveLog, submitLog } from "@/lib/logs/actions";
import type { DeskEntry } from "@/lib/logs/queries";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { keptUnder } from "./kept-log";
import { LogCard } from "./log-card";
import { type DraftTools, LogDraft } from "./log-draft";

function browserStorage(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}

function openDrafts(personId: string, day: Day, entries: DeskEntry[]): LogDraft[] {
  const tools: DraftTools = {
    save: saveLog,
    submit: submitLog,
    storage: browserStorage(),
    later(run, milliseconds) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  return entries.map(
    ({ enrollmentId, stored, start }) => new LogDraft({ personId, enrollmentId, day, stored, start }, tools),
  );
}

/** The days of which this device still keeps something that was never sent, other than this one. */
function keptDays(personId: string, except: Day): Day[] {
  const storage = browserStorage();
  const days = new Set<Day>();
  for (let index = 0; index < (storage?.length ?? 0); index++) {
    const key = storage?.key(index) ?? "";
    const day = key.slice(key.lastIndexOf(".") + 1);
    if (key.startsWith(keptUnder(personId)) && isDay(day) && day !== except) days.add(day);
  }
  return [...days].sort();
}

/** Submits every log of the day that is still open; there when a mentor has more than one. */
function SubmitAll({ drafts }: { drafts: LogDraft[] }) {
  const t = useTranslations("logs.form");
  const open = useSyncExternalStore(
    (listener) => {
      const stops = drafts.map((draft) => draft.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    () => drafts.filter((draft) => !draft.read().submitted).length,
    () => drafts.filter((draft) => !draft.read().submitted).length,
  );
  if (drafts.length < 2 || open === 0) return null;
  return (
    <div className="grid md:justify-start">
      <Button
        onClick={() => {
          for (const draft of drafts) if (!draft.read().submitted) void draft.submit();
        }}
      >
        {t("submitAll", { count: open })}
      </Button>
    </div>
  );
}

/** All logs of a mentor's day on one screen. What is typed stays on this device until the server has it. */
export function LogEntries({
  personId,
  day,
  entries,
  timeZone,
}: {
  personId: string;
  day: Day;
  entries: DeskEntry[];
  timeZone: string;
}) {
  const t = useTranslations("logs.form");
  const format = useFormatter();
  const [drafts] = useState(() => openDrafts(personId, day, entries));
  const [kept, setKept] = useState<Day[]>([]);

  useEffect(() => {
    const flush = () => {
      for (const draft of drafts) draft.flush();
    };
    for (const draft of drafts) draft.resume();
    setKept(keptDays(personId, day));
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [drafts, personId, day]);

  const first = entries.find(({ stored }) => stored?.state !== "SUBMITTED");
  const writable = drafts.filter((_, index) => entries[index]?.refusal === null);
  return (
    <div className="grid gap-4">
      {kept.map((one) => (
        <Banner key={one} tone="due" title={t("keptTitle")}>
          <Link className="link" href={`/logs?day=${one}`}>
            {t("keptOpen", {
              day: format.dateTime(fromDay(one), {
                timeZone: "UTC",
                weekday: "long",
                day: "numeric",
                month: "long",
              }),
            })}
          </Link>
        </Banner>
      ))}
      {entries.map((entry, index) => {
        const draft = drafts[index];
        if (!draft) return null;
        const open = entries.length < 3 || entry === first;
        return (
          <LogCard key={entry.enrollmentId} draft={draft} entry={entry} open={open} timeZone={timeZone} />
        );
      })}
      <SubmitAll drafts={writable} />
    </div>
  );
}
