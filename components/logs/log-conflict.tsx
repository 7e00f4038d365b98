"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { StoredLog } from "@/lib/logs/commands";
import type { LogContent } from "@/lib/logs/schema";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { bothSides } from "./both-sides";
import type { LogDraft } from "./log-draft";
import { LogSummary } from "./log-summary";

type Names = (content: LogContent) => string[];

/** Two versions of one log side by side, until their author says which one it is. Nothing is lost before that. */
export function LogConflict({
  draft,
  mine,
  theirs,
  skillNames,
  timeZone,
}: {
  draft: LogDraft;
  mine: LogContent;
  theirs: StoredLog;
  skillNames: Names;
  timeZone: string;
}) {
  const t = useTranslations("logs.conflict");
  const format = useFormatter();
  const at = format.dateTime(theirs.updatedAt, { timeZone, hour: "numeric", minute: "2-digit" });
  const sides = [
    { title: t("here"), content: mine, keep: t("keepHere") },
    { title: t("there", { at }), content: theirs.content, keep: t("keepThere") },
  ];
  return (
    <div className="grid gap-4">
      <Banner tone="due" announce title={t("title")}>
        {t("body")}
      </Banner>
      <div className="grid gap-4 md:grid-cols-2">
        {sides.map(({ title, content, keep }) => (
          <section key={title} aria-label={title} className="grid content-start gap-3">
            <h3 className="text-body font-medium">{title}</h3>
            <LogSummary log={{ ...content, skills: skillNames(content), note: content }} />
            <Button className="justify-self-start" onClick={() => draft.settle(content)}>
              {keep}
            </Button>
          </section>
        ))}
      </div>
      <Button
        tone="primary"
        className="justify-self-start"
        onClick={() => draft.settle(bothSides(mine, theirs.content))}
      >
        {t("keepBoth")}
      </Button>
    </div>
  );
}
