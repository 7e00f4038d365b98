import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type LinkTab = { href: string; label: ReactNode; count?: number; current?: boolean };

/** The parts of one page, each with its own address. `label` names the row of tabs. */
export function LinkTabs({ label, tabs, className }: { label: string; tabs: LinkTab[]; className?: string }) {
  return (
    <nav
      aria-label={label}
      data-screen-only
      className={classNames("-mx-4 overflow-x-auto border-b border-line px-4 md:mx-0 md:px-0", className)}
    >
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent text-body text-ink-soft no-underline transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink md:min-h-10"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-xs tabular-nums text-ink-faint">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
