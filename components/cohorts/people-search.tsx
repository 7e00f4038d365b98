"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

const typingPause = 250;

/**
 * Narrows down the people that the page offers, by part of a name and by floor. What is asked for lives in the
 * address, so that the server answers it; whatever else was typed on the page stays.
 */
export function PeopleSearch({ floors }: { floors?: { id: string; name: string }[] }) {
  const t = useTranslations("cohorts.pick");
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();

  function ask(name: "q" | "floor", value: string) {
    const next = new URLSearchParams(window.location.search);
    if (value) next.set(name, value);
    else next.delete(name);
    start(() => router.replace(`${path}?${next}`, { scroll: false }));
  }

  return (
    <div className="grid gap-3 sm:grid-cols-2" aria-busy={pending || undefined}>
      <Field label={t("search")}>
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            placeholder={t("searchHint")}
            defaultValue={search.get("q") ?? ""}
            onChange={(event) => {
              const { value } = event.target;
              clearTimeout(waiting.current);
              waiting.current = setTimeout(() => ask("q", value), typingPause);
            }}
            // Enter looks people up at once; it does not send the form around it.
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              clearTimeout(waiting.current);
              ask("q", event.currentTarget.value);
            }}
          />
        )}
      </Field>
      {floors && (
        <Field label={t("floor")}>
          {(control) => (
            <Select
              {...control}
              placeholder={t("allFloors")}
              options={floors.map((floor) => ({ value: floor.id, label: floor.name }))}
              defaultValue={search.get("floor") ?? ""}
              onChange={(event) => ask("floor", event.target.value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}
