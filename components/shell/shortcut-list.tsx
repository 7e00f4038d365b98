"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "../ui/dialog";

const shortcuts = ["palette", "list", "today", "cohorts", "inbox", "settings"] as const;

/** Which keys do what. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shell");
  return (
    <Dialog open onClose={onClose} title={t("shortcuts.title")}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2.5 text-body">
        {shortcuts.map((name) => (
          <div key={name} className="contents">
            <dt>{t(`shortcuts.${name}`)}</dt>
            <dd>
              <kbd className="rounded-[0.3125rem] border border-line bg-sunken px-1.5 py-0.5 font-sans text-xs">
                {t(`shortcuts.keys.${name}`)}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
