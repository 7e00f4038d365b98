"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** From how many mentors on a search helps more than it takes room. */
const manyMentors = 8;

/** A mentor as one of those to choose from. */
export type MentorLine = {
  nominationId: string;
  name: string;
  floor: string;
  /** What stands beside the name. */
  beside: string;
  /** What choosing them means, or why they cannot be chosen. */
  below: string;
  /** What speaks against it and forbids nothing. */
  warning?: ReactNode;
  end: string | null;
  able: boolean;
};

/** One list of mentors, to be searched by name and floor. Whoever cannot be chosen stands there with the reason. */
export function MentorDialog({
  title,
  description,
  mentors,
  onChoose,
  onClose,
}: {
  title: string;
  description: string;
  mentors: readonly MentorLine[];
  /** Does what the choice means. Until that is done nothing else is chosen. */
  onChoose: (nominationId: string) => Promise<void>;
  onClose: () => void;
}) {
  const t = useTranslations("pairings.choose");
  const [search, setSearch] = useState("");
  const [pending, setPending] = useState<string | null>(null);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = mentors.filter(({ name, floor }) => `${name} ${floor}`.toLocaleLowerCase().includes(wanted));

  async function choose(nominationId: string) {
    if (pending) return;
    setPending(nominationId);
    await onChoose(nominationId);
    setPending(null);
  }

  return (
    <Dialog open onClose={onClose} title={title} description={description}>
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
        {shown.length === 0 && <p className="text-body text-ink-soft">{t("nobody")}</p>}
        <ul className="grid">
          {shown.map((mentor) => (
            <Line
              key={mentor.nominationId}
              mentor={mentor}
              pending={pending === mentor.nominationId}
              onChoose={() => void choose(mentor.nominationId)}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Line({
  mentor: { name, beside, below, warning, end, able },
  pending,
  onChoose,
}: {
  mentor: MentorLine;
  pending: boolean;
  onChoose: () => void;
}) {
  const words = (
    <span className="min-w-0 flex-1 text-start">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="max-w-full truncate font-medium">{name}</bdi>
        <span className="text-sm text-ink-soft">{beside}</span>
      </span>
      {below && <span className="block text-sm text-ink-soft">{below}</span>}
      {able && warning}
    </span>
  );
  const look = "flex min-h-11 w-full items-center gap-3 px-2 py-1.5 text-body";
  if (!able) return <li className={`${look} text-ink-soft`}>{words}</li>;
  return (
    <li>
      <button
        type="button"
        aria-busy={pending || undefined}
        className={`${look} rounded-control hover:bg-hover aria-busy:cursor-progress aria-busy:opacity-60`}
        onClick={onChoose}
      >
        {words}
        <span className="shrink-0 text-sm text-ink-soft tabular-nums">{end}</span>
      </button>
    </li>
  );
}
