"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Place } from "./addresses";
import { addresses } from "./addresses";

const Palette = dynamic(() => import("./palette").then((part) => part.Palette), { ssr: false });
const ShortcutList = dynamic(() => import("./shortcut-list").then((part) => part.ShortcutList), {
  ssr: false,
});

const goTo: Record<string, Place> = { t: "today", c: "cohorts", i: "inbox", s: "settings" };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && Boolean(target.closest("input, textarea, select, [contenteditable]"))
  );
}

/** The keys that work everywhere, none while somebody types, and the button for those who prefer a button. */
export function Shortcuts({ places }: { places: Place[] }) {
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
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || open) return;
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
        aria-label={t("palette.open")}
        className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control text-sm text-ink-soft transition-colors hover:bg-hover hover:text-ink md:min-h-8 md:border md:border-line md:bg-panel md:px-2.5"
        onClick={() => setOpen("palette")}
      >
        <Search aria-hidden className="size-4.5 md:size-4" />
        <span className="max-md:hidden">{t("palette.hint")}</span>
        <kbd className="ml-3 font-sans text-xs text-ink-faint max-md:hidden">{t("palette.key")}</kbd>
      </button>
      {open === "palette" && <Palette places={places} onClose={() => setOpen(null)} />}
      {open === "list" && <ShortcutList onClose={() => setOpen(null)} />}
    </>
  );
}
