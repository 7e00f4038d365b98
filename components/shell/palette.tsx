"use client";

import { Command } from "cmdk";
import { Route, UserRound, Zap } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Findings } from "@/lib/search/queries";
import { addresses, deedAddresses, type Place } from "./addresses";
import { PlaceIcon } from "./place-icon";
import { useFindings } from "./use-findings";

/** Type where you want to go, whom you look for, or what you want to do. Fetched when it is first opened. */
export function Palette({ places, onClose }: { places: Place[]; onClose: () => void }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const { found, pending } = useFindings(typed.trim());
  const foundAny = found.cohorts.length + found.mentees.length + found.people.length > 0;

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
          value={typed}
          onValueChange={setTyped}
          maxLength={80}
          placeholder={t("palette.placeholder")}
          className="h-13 w-full border-b border-line bg-transparent px-4 text-base outline-none"
        />
        <Command.List className="max-h-96 overflow-y-auto p-1.5" aria-busy={pending || undefined}>
          {!foundAny && (
            <Command.Empty className="px-3 py-8 text-center text-body text-ink-soft">
              {pending ? t("palette.looking") : t("palette.empty")}
            </Command.Empty>
          )}
          <Group
            heading={t("palette.cohorts")}
            items={found.cohorts}
            icon={<Route aria-hidden strokeWidth={1.75} />}
            go={go}
          />
          <Group
            heading={t("palette.mentees")}
            items={found.mentees}
            icon={<UserRound aria-hidden strokeWidth={1.75} />}
            go={go}
          />
          <Group
            heading={t("palette.people")}
            items={found.people}
            icon={<UserRound aria-hidden strokeWidth={1.75} />}
            go={go}
          />
          <Command.Group heading={t("palette.do")} className="palette-group">
            {found.deeds.map((deed) => (
              <Command.Item
                key={deed}
                value={t(`palette.deed.${deed}`)}
                onSelect={() => go(deedAddresses[deed])}
                className="sheet-link"
              >
                <Zap aria-hidden strokeWidth={1.75} />
                {t(`palette.deed.${deed}`)}
              </Command.Item>
            ))}
          </Command.Group>
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

/** What the server found of one kind, all of it: it has looked at more than the name that is shown. */
function Group({
  heading,
  items,
  icon,
  go,
}: {
  heading: string;
  items: Findings["people"];
  icon: ReactNode;
  go: (address: string) => void;
}) {
  if (items.length === 0) return null;
  return (
    <Command.Group heading={heading} className="palette-group" forceMount>
      {items.map(({ href, name, detail }) => (
        <Command.Item key={href} value={href} onSelect={() => go(href)} className="sheet-link">
          {icon}
          <bdi className="min-w-0 truncate">{name}</bdi>
          {detail && <bdi className="min-w-0 truncate text-sm text-ink-soft">{detail}</bdi>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
