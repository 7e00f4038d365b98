import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tone = "neutral" | "accent" | "due" | "missed" | "done" | "certify";

const looks: Record<Tone, string> = {
  neutral: "bg-hover text-ink-soft",
  accent: "bg-accent-soft text-accent",
  due: "bg-due-soft text-due",
  missed: "bg-missed-soft text-missed",
  done: "bg-done-soft text-done",
  certify: "bg-certify-soft text-certify",
};

/**
 * A state in a word and a shape, never in colour alone; the shape is drawn by badge.css. One element, because tables are full of them.
 */
export function Status({
  tone = "neutral",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span data-shape={tone} className={classNames("status", looks[tone], className)}>
      {children}
    </span>
  );
}

/** A small number beside a word: unread, waiting. Its meaning must stand in `label`. */
export function CountBadge({ count, label, tone = "accent" }: { count: number; label: string; tone?: Tone }) {
  if (count === 0) return null;
  return (
    <span
      className={classNames(
        "inline-grid h-5 min-w-5 place-items-center rounded-full px-1.5 text-xs font-semibold tabular-nums",
        looks[tone],
      )}
    >
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
