import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { classNames } from "./class-names";

const fills: Record<Tone, string> = {
  neutral: "fill-ink-soft",
  accent: "fill-accent",
  due: "fill-due",
  missed: "fill-missed",
  done: "fill-done",
  certify: "fill-certify",
};

/** The share of a bar that is filled; an SVG attribute, because a style attribute would need a hole in the policy. */
function Bar({ share, tone }: { share: number; tone: Tone }) {
  return (
    <svg
      aria-hidden
      className="block h-1.5 w-full overflow-hidden rounded-full bg-line"
      preserveAspectRatio="none"
    >
      <rect width={`${Math.round(share * 1000) / 10}%`} height="100%" className={fills[tone]} />
    </svg>
  );
}

/** How much of something there is, always with its number in words: "3 of 4 places". */
export function Meter({
  value,
  max,
  label,
  tone = "accent",
  hideLabel = false,
  className,
}: {
  value: number;
  max: number;
  label: string;
  tone?: Tone;
  hideLabel?: boolean;
  className?: string;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={classNames("grid min-w-16 gap-1", className)}>
      <span className={hideLabel ? "sr-only" : "text-sm tabular-nums text-ink-soft md:text-xs"}>{label}</span>
      <Bar share={share} tone={tone} />
    </div>
  );
}

/** Work that takes longer than a second, with a real measure: what is done and how much there is. */
export function Progress({ value, max, children }: { value: number; max: number; children: ReactNode }) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-label={typeof children === "string" ? children : undefined}
      className="grid gap-1.5"
    >
      <span className="text-body text-ink-soft">{children}</span>
      <Bar share={share} tone="accent" />
    </div>
  );
}
