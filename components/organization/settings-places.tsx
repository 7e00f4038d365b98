import { CalendarOff, Info, Mail, Palette, ScrollText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { may } from "@/lib/permissions";

const places = [
  { name: "organization", icon: CalendarOff, permission: "organization.addHoliday" },
  { name: "audit", icon: ScrollText, permission: "organization.seeAudit" },
  { name: "mail", icon: Mail, permission: "organization.seeMail" },
  { name: "design", icon: Palette, permission: "organization.seeDesign" },
  { name: "about", icon: Info, permission: null },
] as const;

/** The settings that are about more than oneself: those that somebody may open. */
export function SettingsPlaces({ actor }: { actor: Actor }) {
  const t = useTranslations("organization.places");
  const stands = standing(actor);
  const open = places.filter(({ permission }) => !permission || may(stands, permission));
  return (
    <nav aria-label={t("label")}>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1">
        {open.map(({ name, icon: Icon }) => (
          <li key={name}>
            <Link
              href={`/settings/${name}`}
              className="panel flex min-h-11 items-start gap-3 px-4 py-3 text-ink no-underline transition-colors hover:border-edge"
            >
              <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent" />
              <span>
                <span className="block text-body font-medium">{t(`${name}.title`)}</span>
                <span className="block text-sm text-ink-soft">{t(`${name}.about`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
