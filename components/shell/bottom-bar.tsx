import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { CountBadge } from "../ui/badge";
import { addresses, type Place } from "./addresses";
import { NavLink } from "./nav-link";
import { PlaceIcon } from "./place-icon";
import { PopoverMenu } from "./popover-menu";

/** The navigation of a phone: three places and a sheet with the rest, within reach of a thumb. */
export function BottomBar({ places, unread }: { places: Place[]; unread: number }) {
  const t = useTranslations("shell");
  const shown: Place[] = ["today", places.includes("schedule") ? "schedule" : "cohorts", "inbox"];
  const rest = places.filter((place) => !shown.includes(place));
  return (
    <nav
      aria-label={t("nav.label")}
      data-screen-only
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-4">
        {shown.map((place) => (
          <li key={place}>
            <NavLink href={addresses[place]} className="bar-link">
              <span className="relative">
                <PlaceIcon place={place} />
                {place === "inbox" && (
                  <span className="-top-2.5 absolute left-3">
                    <CountBadge count={unread} label={t("inbox.unread", { count: unread })} tone="due" />
                  </span>
                )}
              </span>
              {t(`nav.${place}`)}
            </NavLink>
          </li>
        ))}
        <li>
          <PopoverMenu
            className="bar-link w-full"
            trigger={
              <>
                <Menu aria-hidden strokeWidth={1.75} />
                {t("nav.more")}
              </>
            }
            sheetClass="floating inset-auto right-2 bottom-18 w-56 p-1.5"
          >
            <ul>
              {rest.map((place) => (
                <li key={place}>
                  <NavLink href={addresses[place]} className="sheet-link">
                    <PlaceIcon place={place} />
                    {t(`nav.${place}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </PopoverMenu>
        </li>
      </ul>
    </nav>
  );
}
