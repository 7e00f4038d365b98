"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Hat } from "@/lib/actor";
import { classNames } from "../ui/class-names";

/** For people with several hats: which of their days they look at. On phones it shows on Today alone, where it matters. */
export function HatSwitch({ hats, className }: { hats: Hat[]; className?: string }) {
  const t = useTranslations("shell");
  const path = usePathname();
  const onToday = path === "/today" || path.startsWith("/today/");
  if (hats.length < 2) return null;
  return (
    <nav aria-label={t("hats.label")} className={classNames(!onToday && "max-md:hidden", className)}>
      <ul className="flex gap-1 overflow-x-auto py-1">
        {hats.map((hat) => (
          <li key={hat}>
            <Link
              href={`/today/${hat}`}
              aria-current={path === `/today/${hat}` ? "page" : undefined}
              className="inline-flex min-h-11 items-center whitespace-nowrap rounded-control px-3 text-sm text-ink-soft no-underline transition-colors hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent md:min-h-8 md:px-2.5"
            >
              {t(`hats.${hat}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
