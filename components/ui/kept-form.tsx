"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { Banner } from "./banner";
import { Button } from "./button";

type Kept = { base: string; values: Record<string, unknown> };

/** The browser's storage, where it is allowed. */
function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(deviceStorage()?.getItem(key) ?? "null") as Partial<Kept> | null;
    return kept && typeof kept.base === "string" && kept.values ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function keep(key: string, kept: Kept | null): void {
  try {
    if (kept) deviceStorage()?.setItem(key, JSON.stringify(kept));
    else deviceStorage()?.removeItem(key);
  } catch {
    // A full or forbidden storage costs the safety net, not what is typed: it can still be saved.
  }
}

type KeptForm = {
  /** What was typed earlier and not saved stands in the form again; `changed` when the saved has changed since. */
  restored: { changed: boolean } | null;
  /** To be called once it is saved. */
  saved: () => void;
  /** Back to what is saved. */
  drop: () => void;
};

/**
 * Keeps what is typed into a form on this device until it is saved, and brings it back when the form is opened again.
 * @param of whose form about what, so that nobody else on this device meets it
 * @param but the fields that are not kept: what is nobody else's business
 */
export function useKeptForm<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, "getValues" | "reset" | "subscribe">,
  of: string,
  but: readonly (keyof Values & string)[] = [],
): KeptForm {
  const key = `ridealong.form.${of}`;
  const tools = useRef({ form, but });
  const base = useRef("");
  const stored = useRef<Values | null>(null);
  const [restored, setRestored] = useState<KeptForm["restored"]>(null);
  tools.current = { form, but };

  const kept = () =>
    Object.fromEntries(
      Object.entries(tools.current.form.getValues()).filter(([name]) => !tools.current.but.includes(name)),
    );
  const keptNow = useRef(kept);
  keptNow.current = kept;

  useEffect(() => {
    const { reset, getValues, subscribe } = tools.current.form;
    stored.current = structuredClone(getValues());
    base.current = JSON.stringify(keptNow.current());
    const before = read(key);
    if (before && JSON.stringify(before.values) !== base.current) {
      reset({ ...getValues(), ...before.values }, { keepDefaultValues: true });
      setRestored({ changed: before.base !== base.current });
    }
    return subscribe({
      formState: { values: true },
      callback: () => {
        const values = keptNow.current();
        const same = JSON.stringify(values) === base.current;
        keep(key, same ? null : { base: base.current, values });
      },
    });
  }, [key]);

  const settle = () => {
    base.current = JSON.stringify(kept());
    stored.current = structuredClone(tools.current.form.getValues());
    keep(key, null);
    setRestored(null);
  };
  return {
    restored,
    saved: settle,
    drop: () => {
      if (stored.current) form.reset(stored.current);
      settle();
    },
  };
}

/** Says that what was typed earlier is here again, and leads back to what is saved. */
export function KeptNote({ of }: { of: KeptForm }) {
  const t = useTranslations("ui.kept");
  if (!of.restored) return null;
  return (
    <Banner
      tone="info"
      title={t("title")}
      actions={
        <Button size="small" onClick={of.drop}>
          {t("drop")}
        </Button>
      }
    >
      {t(of.restored.changed ? "changed" : "what")}
    </Banner>
  );
}
