import Link from "next/link";
import { useTranslations } from "next-intl";
import { addresses, type Place } from "./addresses";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import { PlaceIcon } from "./place-icon";

/** The navigation of the desktop: signs with small words on a tablet, a list on anything wider. */
export function Rail({ places }: { places: Place[] }) {
  const t = useTranslations("shell");
  return (
    <div data-screen-only className="hidden w-19 shrink-0 border-r border-line bg-sunken/60 md:block lg:w-54">
      <nav aria-label={t("nav.label")} className="sticky top-0 flex max-h-dvh flex-col">
        <Link
          href="/today"
          aria-label={t("home")}
          className="flex h-13 shrink-0 items-center gap-2.5 px-5 font-semibold tracking-tight text-ink no-underline max-lg:justify-center max-lg:px-0"
        >
          <Mark className="size-6.5" />
          <span aria-hidden className="text-base max-lg:hidden">
            Ridealong
          </span>
        </Link>
        <ul className="grid content-start gap-0.5 overflow-y-auto px-2 pt-2 lg:px-3">
          {places.map((place) => (
            <li key={place}>
              <NavLink href={addresses[place]} className="rail-link">
                <PlaceIcon place={place} />
                {t(`nav.${place}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
