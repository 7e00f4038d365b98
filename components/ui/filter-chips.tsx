import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type FilterChip = { href: string; label: ReactNode; count?: number; current?: boolean };

/** What a list can be narrowed to, each a link, so that the address holds the filter. `clearHref` appears once one is set. */
export function FilterChips({
  label,
  chips,
  clearHref,
}: {
  label: string;
  chips: FilterChip[];
  clearHref?: string;
}) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={label} data-screen-only>
      <ul className="flex flex-wrap items-center gap-1.5">
        {chips.map((chip) => (
          <li key={chip.href}>
            <Link
              href={chip.href}
              scroll={false}
              aria-current={chip.current ? "true" : undefined}
              className="reach inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line bg-panel px-3 text-sm text-ink-soft no-underline transition-colors hover:border-edge hover:text-ink aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-accent md:min-h-7"
            >
              {chip.label}
              {chip.count !== undefined && (
                <span className="text-xs tabular-nums opacity-80">{chip.count}</span>
              )}
            </Link>
          </li>
        ))}
        {clearHref && chips.some((chip) => chip.current) && (
          <li>
            <Link
              href={clearHref}
              scroll={false}
              className="reach inline-flex min-h-9 items-center gap-1 px-2 text-sm text-ink-soft no-underline hover:text-ink md:min-h-7"
            >
              <X aria-hidden className="size-3.5" />
              {t("filter.clear")}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
