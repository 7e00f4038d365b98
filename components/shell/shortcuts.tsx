"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Place } from "./addresses";
import { addresses } from "./addresses";

const Palette = lazy(() => import("./palette").then((part) => ({ default: part.Palette })));
const ShortcutList = lazy(() => import("./shortcut-list").then((part) => ({ default: part.ShortcutList })));

const goTo: Record<string, Place> = { t: "today", c: "cohorts", i: "inbox", s: "settings" };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && Boolean(target.closest("input, textarea, select, [contenteditable]"))
  );
}

/** Whether something lies above the page: asked of the page itself, which knows that it closed before React does. */
function isCovered(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** The keys that work everywhere, none while somebody types, and the button for those who prefer a button. */
export function Shortcuts({ places, children }: { places: Place[]; children: ReactNode }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [open, setOpen] = useState<"palette" | "list" | null>(null);
  const leader = useRef(false);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      setOpen("palette");
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) return;
    const place = leader.current ? goTo[event.key] : undefined;
    leader.current = event.key === "g";
    if (place) router.push(addresses[place]);
    if (event.key === "?") setOpen("list");
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control text-sm text-ink-soft transition-colors hover:bg-hover hover:text-ink md:min-h-8 md:border md:border-line md:bg-panel md:px-2.5"
        onClick={() => setOpen("palette")}
      >
        <span className="sr-only">{t("palette.open")}</span>
        {children}
      </button>
      <Suspense>
        {open === "palette" && <Palette places={places} onClose={() => setOpen(null)} />}
        {open === "list" && <ShortcutList onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
