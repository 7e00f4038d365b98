"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { assignCover, confirmCovers, removeCover } from "@/lib/call-covers/actions";
import type { CallCell } from "@/lib/call-covers/grid";
import { ActionButton } from "../ui/action-button";
import { Dialog } from "../ui/dialog";

/** A call mentor as the grid names them, with how many calls they sit in on. */
export type GridMentor = { nominationId: string; name: string; calls: number };

/** One block: who sits in, and everybody who can instead, whoever has least calls first. */
export function SitIn({
  cohort,
  cell,
  mentee,
  title,
  mentors,
  onClose,
}: {
  cohort: { id: string; timeZone: string };
  cell: CallCell;
  mentee: string;
  title: string;
  mentors: GridMentor[];
  onClose: () => void;
}) {
  const t = useTranslations("call-covers.cell");
  const grid = useTranslations("call-covers.grid");
  const format = useFormatter();
  const time = (at: Date) =>
    format.dateTime(at, { timeZone: cohort.timeZone, hour: "numeric", minute: "2-digit" });
  const when = format.dateTime(cell.startsAt, {
    timeZone: cohort.timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
  });
  const state = grid(cell.state === "gap" ? "gapLong" : cell.state);
  const who = cell.mentor ? `${cell.mentor} (${state})` : state;
  const moves = cell.movesFrom ? ` (${t("from", { time: time(cell.movesFrom) })})` : "";
  return (
    <Dialog open onClose={onClose} title={`${mentee}: ${title}`} description={`${when}${moves}. ${who}`}>
      <div className="grid gap-4">
        <CoverDeeds cohortId={cohort.id} cell={cell} mentee={mentee} onDone={onClose} />
        {cell.over ? (
          <p className="text-body text-ink-soft">{t("over")}</p>
        ) : (
          <FreeMentors cell={cell} mentee={mentee} mentors={mentors} time={time} onDone={onClose} />
        )}
        <Link href={`/sessions/${cell.sessionId}`} className="link justify-self-start text-body">
          {t("session")}
        </Link>
      </div>
    </Dialog>
  );
}

function CoverDeeds({
  cohortId,
  cell,
  mentee,
  onDone,
}: {
  cohortId: string;
  cell: CallCell;
  mentee: string;
  onDone: () => void;
}) {
  const t = useTranslations("call-covers.cell");
  const { coverId, mentor, state, over } = cell;
  if (!coverId || over) return null;
  const names = { mentor, mentee };
  return (
    <div className="flex flex-wrap gap-2">
      {state === "suggested" && (
        <ActionButton
          action={confirmCovers}
          input={{ cohortId, coverIds: [coverId] }}
          tone="primary"
          done={t("kept", names)}
          onDone={onDone}
        >
          {t("keep", { mentor })}
        </ActionButton>
      )}
      <ActionButton action={removeCover} input={{ coverId }} done={t("removed", names)} onDone={onDone}>
        {state === "suggested" ? t("drop") : t("remove", { mentor })}
      </ActionButton>
    </div>
  );
}

function FreeMentors({
  cell,
  mentee,
  mentors,
  time,
  onDone,
}: {
  cell: CallCell;
  mentee: string;
  mentors: GridMentor[];
  time: (at: Date) => string;
  onDone: () => void;
}) {
  const t = useTranslations("call-covers.cell");
  const stands = cell.movesFrom ?? cell.startsAt;
  const free = cell.free
    .flatMap(([index, startsAt]) => {
      const mentor = mentors[index];
      return mentor ? [{ ...mentor, startsAt }] : [];
    })
    .sort((a, b) => a.calls - b.calls || a.name.localeCompare(b.name));
  if (free.length === 0) return <p className="text-body text-ink-soft">{t("nobody")}</p>;
  return (
    <section aria-label={t("free")} className="grid gap-2">
      <h3 className="text-body font-medium">{t("free")}</h3>
      <ul className="grid divide-y divide-line">
        {free.map(({ nominationId, name, calls, startsAt }) => (
          <li
            key={nominationId}
            className="flex min-h-11 flex-wrap items-center justify-between gap-2 py-1.5"
          >
            <span className="min-w-0 text-body">
              <bdi>{name}</bdi>
              <span className="block text-sm text-ink-soft">
                {t("load", { calls })}
                {+startsAt !== +stands && `, ${t("at", { time: time(startsAt) })}`}
              </span>
            </span>
            <ActionButton
              action={assignCover}
              input={{
                sessionId: cell.sessionId,
                nominationId,
                startsAt: startsAt.toISOString(),
                was: cell.coverId,
              }}
              size="small"
              done={t("kept", { mentor: name, mentee })}
              onDone={onDone}
            >
              {t("give")}
              <span className="sr-only"> {t("giveTo", { mentor: name })}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
