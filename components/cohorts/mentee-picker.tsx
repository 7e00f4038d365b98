"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FloorChoice, MenteeCandidate, MenteeCandidates } from "@/lib/enrollments/queries";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { FieldError } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { DayWords } from "./day-words";
import { PeopleSearch } from "./people-search";

type Chosen = Pick<MenteeCandidate, "id" | "name" | "floor">;

/**
 * Picks the people who become mentees: look them up, tick them one by one or all that are shown. Whom one has chosen
 * stays chosen while one looks for others. The newest hires come first.
 */
export function MenteePicker({
  candidates,
  floors,
  error,
  onChange,
}: {
  candidates: MenteeCandidates;
  floors: FloorChoice[];
  error?: string;
  onChange: (ids: string[]) => void;
}) {
  const t = useTranslations("cohorts.pick");
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const has = (id: string) => chosen.some((one) => one.id === id);
  const free = candidates.people.filter((person) => !person.cohort && !has(person.id));

  function choose(next: Chosen[]) {
    setChosen(next);
    onChange(next.map((person) => person.id));
  }

  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="sr-only">{t("legend")}</legend>
      <PeopleSearch floors={floors} />
      <FieldError>{error}</FieldError>
      <div className="grid min-w-0 gap-4 lg:grid-cols-2">
        <section aria-label={t("offered")} className="min-w-0 rounded-control border border-line">
          <div className="flex min-h-12 flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-1.5">
            <p className="text-sm text-ink-soft" aria-live="polite">
              {t(candidates.more ? "moreOffered" : "countOffered", { count: candidates.people.length })}
            </p>
            {free.length > 0 && (
              <Button size="small" onClick={() => choose([...chosen, ...free])}>
                {t("addAll", { count: free.length })}
              </Button>
            )}
          </div>
          <ul className="max-h-96 overflow-y-auto px-3 py-1">
            {candidates.people.map((person) => (
              <li key={person.id}>
                <Checkbox
                  label={<bdi>{person.name}</bdi>}
                  hint={
                    person.cohort ? (
                      t("elsewhere", { cohort: person.cohort })
                    ) : (
                      <>
                        {[person.title, person.floor].filter(Boolean).join(" · ")}
                        {person.hireDate && (
                          <>
                            {" · "}
                            {t("since")} <DayWords day={person.hireDate} year />
                          </>
                        )}
                      </>
                    )
                  }
                  checked={has(person.id)}
                  disabled={person.cohort !== null}
                  onChange={(event) =>
                    choose(
                      event.target.checked
                        ? [...chosen, person]
                        : chosen.filter((one) => one.id !== person.id),
                    )
                  }
                />
              </li>
            ))}
            {candidates.people.length === 0 && (
              <li className="py-6 text-center text-ink-soft">{t("nobody")}</li>
            )}
          </ul>
        </section>
        <ChosenPeople chosen={chosen} onChange={choose} />
      </div>
    </fieldset>
  );
}

function ChosenPeople({ chosen, onChange }: { chosen: Chosen[]; onChange: (chosen: Chosen[]) => void }) {
  const t = useTranslations("cohorts.pick");
  return (
    <section aria-label={t("chosen")} className="min-w-0 rounded-control border border-line">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-1.5">
        <p className="text-sm font-medium" aria-live="polite">
          {t("countChosen", { count: chosen.length })}
        </p>
        {chosen.length > 1 && (
          <Button size="small" tone="quiet" onClick={() => onChange([])}>
            {t("clear")}
          </Button>
        )}
      </div>
      {chosen.length === 0 ? (
        <p className="px-3 py-6 text-center text-body text-ink-soft">{t("nobodyChosen")}</p>
      ) : (
        <ul className="max-h-96 overflow-y-auto px-3 py-1">
          {chosen.map((person) => (
            <li key={person.id} className="flex items-center gap-2 text-body">
              <span className="min-w-0 flex-1 truncate">
                <bdi>{person.name}</bdi>
                {person.floor && <span className="text-sm text-ink-soft"> · {person.floor}</span>}
              </span>
              <IconButton
                label={t("takeOut", { name: person.name })}
                onClick={() => onChange(chosen.filter((one) => one.id !== person.id))}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
