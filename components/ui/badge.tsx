import { Award, Circle, CircleCheck, CircleDot, CircleX, Clock } from "lucide-react";
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

const shapes = {
  neutral: Circle,
  accent: CircleDot,
  due: Clock,
  missed: CircleX,
  done: CircleCheck,
  certify: Award,
} satisfies Record<Tone, unknown>;

/** A state in a word and a shape, never in colour alone. `icon={null}` leaves the shape out where the word says enough. */
export function Status({
  tone = "neutral",
  icon,
  className,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const Shape = shapes[tone];
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-center gap-1 rounded-full py-0.5 pr-2 pl-1.5 align-middle text-xs font-medium",
        "[&_svg]:size-3.5 [&_svg]:shrink-0",
        looks[tone],
        className,
      )}
    >
      {icon === undefined ? <Shape aria-hidden /> : icon}
      <span className="truncate">{children}</span>
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
