"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { freePlaces, type Movable, type MoveChoice, movesOf } from "@/lib/suggestions/moves";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useMoveEffect } from "./move-effect";
import { useMoves } from "./moves-context";

/** From how many mentors on a search helps more than it takes room. */
const manyMentors = 8;

/** Every other mentor for one suggestion: with a free place, by an exchange, or why not; each says what it does. */
export function MoveDialog({ suggestion, onClose }: { suggestion: Movable; onClose: () => void }) {
  const t = useTranslations("suggestions.move");
  const { map, move } = useMoves();
  const effectOf = useMoveEffect(map.total);
  const [search, setSearch] = useState("");
  const [pending, setPending] = useState<string | null>(null);
  const wanted = search.trim().toLocaleLowerCase();
  const choices = movesOf(map, suggestion.pairingId).filter(({ lane }) =>
    `${lane.mentor} ${lane.floor}`.toLocaleLowerCase().includes(wanted),
  );

  async function choose({ lane, steps }: MoveChoice) {
    if (!steps || pending) return;
    setPending(lane.nominationId);
    const done = await move(steps);
    setPending(null);
    if (done) onClose();
  }

  return (
    <Dialog open onClose={onClose} title={t("label", { mentee: suggestion.mentee })} description={t("what")}>
      <div className="grid gap-3">
        {map.lanes.length > manyMentors && (
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
              key={choice.lane.nominationId}
              choice={choice}
              effect={effectOf(choice)}
              pending={pending === choice.lane.nominationId}
              onChoose={() => void choose(choice)}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Choice({
  choice: { lane, steps },
  effect: { who, points },
  pending,
  onChoose,
}: {
  choice: MoveChoice;
  effect: { who: string[]; points: string | null };
  pending: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("suggestions.move");
  const free = freePlaces(lane);
  const words = (
    <span className="min-w-0 flex-1 text-start">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="truncate font-medium">{lane.mentor}</bdi>
        <span className="text-sm text-ink-soft">
          {[lane.floor, steps && free > 0 && t("free", { free })].filter(Boolean).join(" · ")}
        </span>
      </span>
      <span className="block text-sm text-ink-soft">{who.join(" ")}</span>
    </span>
  );
  const look = "flex min-h-11 w-full items-center gap-3 px-2 py-1.5 text-body";
  if (!steps) return <li className={`${look} text-ink-soft`}>{words}</li>;
  return (
    <li>
      <button
        type="button"
        aria-busy={pending || undefined}
        className={`${look} rounded-control hover:bg-hover aria-busy:cursor-progress aria-busy:opacity-60`}
        onClick={onChoose}
      >
        {words}
        <span className="shrink-0 text-sm text-ink-soft tabular-nums">{points}</span>
      </button>
    </li>
  );
}
