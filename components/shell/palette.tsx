"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { addresses, type Place } from "./addresses";
import { PlaceIcon } from "./place-icon";

/** Type where you want to go. Fetched when it is first opened. */
export function Palette({ places, onClose }: { places: Place[]; onClose: () => void }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
  }, []);

  function go(address: string) {
    dialog.current?.close();
    router.push(address);
  }

  return (
    <dialog
      ref={dialog}
      aria-label={t("palette.label")}
      className="sheet sheet-top md:max-w-xl"
      onClose={onClose}
      onMouseDown={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <Command label={t("palette.label")} loop>
        <Command.Input
          ref={input}
          placeholder={t("palette.placeholder")}
          className="h-13 w-full border-b border-line bg-transparent px-4 text-base outline-none"
        />
        <Command.List className="max-h-96 overflow-y-auto p-1.5">
          <Command.Empty className="px-3 py-8 text-center text-body text-ink-soft">
            {t("palette.empty")}
          </Command.Empty>
          <Command.Group heading={t("palette.goTo")} className="palette-group">
            {[...places, "inbox" as const].map((place) => (
              <Command.Item
                key={place}
                value={t(`nav.${place}`)}
                onSelect={() => go(addresses[place])}
                className="sheet-link"
              >
                <PlaceIcon place={place} />
                {t(`nav.${place}`)}
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </dialog>
  );
}
