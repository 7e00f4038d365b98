import { Check, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { classNames } from "./class-names";

export type ChecklistItem = { done: boolean; label: string; href?: string; hint?: string };

/** Steps that tick themselves from what is really there. The first open one stands out. */
export function Checklist({ label, items }: { label: string; items: ChecklistItem[] }) {
  const t = useTranslations("ui");
  const next = items.findIndex((item) => !item.done);
  return (
    <ol aria-label={label} className="divide-y divide-line">
      {items.map((item, index) => (
        <li key={item.label} className="relative flex min-h-11 items-start gap-3 py-2.5">
          <span
            aria-hidden
            className={classNames(
              "mt-px grid size-5 shrink-0 place-items-center rounded-full border text-xs font-medium tabular-nums",
              item.done && "border-done bg-done-soft text-done",
              !item.done && index === next && "border-accent text-accent",
              !item.done && index !== next && "border-edge text-ink-faint",
            )}
          >
            {item.done ? <Check className="size-3.5" /> : index + 1}
          </span>
          <span className="min-w-0 flex-1 text-body">
            {item.href && !item.done ? (
              <Link
                href={item.href}
                className={classNames(
                  "text-ink no-underline after:absolute after:inset-0 hover:text-accent",
                  index === next && "font-medium",
                )}
              >
                {item.label}
              </Link>
            ) : (
              <span className={item.done ? "text-ink-soft" : undefined}>{item.label}</span>
            )}
            <span className="sr-only"> {item.done ? t("checklist.done") : t("checklist.open")}</span>
            {item.hint && <span className="block text-sm text-ink-soft">{item.hint}</span>}
          </span>
          {item.href && !item.done && (
            <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
          )}
        </li>
      ))}
    </ol>
  );
}
