import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "./button";

/** Pages by key: there is an earlier one, a later one, both or none. `summary` says where one is ("50 of 412"). */
export function Pagination({
  previousHref,
  nextHref,
  summary,
}: {
  previousHref?: string | null;
  nextHref?: string | null;
  summary?: string;
}) {
  const t = useTranslations("ui");
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav
      aria-label={t("pagination.label")}
      data-screen-only
      className="flex flex-wrap items-center gap-2 py-3"
    >
      {summary && <p className="mr-auto text-sm tabular-nums text-ink-soft">{summary}</p>}
      {previousHref && (
        <Link href={previousHref} rel="prev" className={buttonClass({ className: "pl-2.5" })}>
          <ChevronLeft aria-hidden />
          {t("pagination.previous")}
        </Link>
      )}
      {nextHref && (
        <Link href={nextHref} rel="next" className={buttonClass({ className: "pr-2.5" })}>
          {t("pagination.next")}
          <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  );
}
