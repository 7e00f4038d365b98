import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Crumb = { href: string; label: ReactNode };

/** Where am I, what is this, the one thing to do. `actions` holds one primary button at most, the rest are quiet. */
export function PageHeader({
  crumbs = [],
  title,
  status,
  description,
  actions,
}: {
  crumbs?: Crumb[];
  title: ReactNode;
  status?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <header className="mb-5 grid gap-1 md:mb-6">
      {crumbs.length > 0 && (
        <nav aria-label={t("crumbs.label")} data-screen-only>
          <ol className="flex flex-wrap items-center gap-1 text-sm text-ink-soft">
            {crumbs.map((crumb) => (
              <li key={crumb.href} className="flex min-w-0 items-center gap-1">
                <Link
                  href={crumb.href}
                  className="reach truncate no-underline hover:text-ink hover:underline"
                >
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold">{title}</h1>
            {status}
          </div>
          {description && <div className="mt-1 max-w-prose text-body text-ink-soft">{description}</div>}
        </div>
        {actions && (
          <div data-screen-only className="flex flex-wrap items-center gap-2 pt-0.5">
            {actions}
          </div>
        )}
      </div>
    </header>
  );
}
