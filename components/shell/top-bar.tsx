import { Bell, Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Hat } from "@/lib/actor";
import { CountBadge } from "../ui/badge";
import { iconButtonClass } from "../ui/icon-button";
import type { Place } from "./addresses";
import { HatSwitch } from "./hat-switch";
import { Mark } from "./mark";
import { PersonMenu } from "./person-menu";
import { Shortcuts } from "./shortcuts";
import type { Theme } from "./theme";

/** Hats to the left; finding, messages and oneself to the right. On phones the mark leads home. */
export function TopBar({
  name,
  email,
  theme,
  hats,
  places,
  unread,
}: {
  name: string;
  email: string;
  theme: Theme;
  hats: Hat[];
  places: Place[];
  unread: number;
}) {
  const t = useTranslations("shell");
  return (
    <header
      data-screen-only
      className="sticky top-0 z-20 flex min-h-13 flex-wrap items-center gap-x-2 border-b border-line bg-paper/95 px-4 md:px-6"
    >
      <Link
        href="/today"
        aria-label={t("home")}
        className="grid size-11 shrink-0 place-items-center -ml-2 md:hidden"
      >
        <Mark className="size-6.5" />
      </Link>
      <HatSwitch
        hats={hats}
        className="min-w-0 max-md:order-last max-md:-mx-2 max-md:w-full md:-ml-2.5 md:flex-1"
      />
      <div className="ml-auto flex shrink-0 items-center gap-1 md:gap-3">
        <Shortcuts places={places}>
          <Search aria-hidden className="size-4.5 md:size-4" />
          <span className="max-md:hidden">{t("palette.hint")}</span>
          <kbd className="ml-3 font-sans text-xs text-ink-faint max-md:hidden">{t("palette.key")}</kbd>
        </Shortcuts>
        <Link
          href="/inbox"
          className={iconButtonClass({ className: "relative max-md:hidden" })}
          title={t("nav.inbox")}
        >
          <Bell aria-hidden />
          <span className="sr-only">{t("nav.inbox")}</span>
          <span className="absolute -top-1 left-3.5 rounded-full ring-2 ring-paper">
            <CountBadge count={unread} label={t("inbox.unread", { count: unread })} tone="due" />
          </span>
        </Link>
        <PersonMenu name={name} email={email} theme={theme} />
      </div>
    </header>
  );
}
