import { classNames } from "./class-names";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "normal" | "small";

const tones: Record<ButtonTone, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  plain: "border-edge/60 bg-panel text-ink hover:border-edge hover:bg-hover",
  quiet: "border-transparent bg-transparent text-ink-soft hover:bg-hover hover:text-ink",
  danger: "border-danger bg-danger text-on-danger hover:border-danger-strong hover:bg-danger-strong",
};

const sizes: Record<ButtonSize, string> = {
  normal: "min-h-control px-3.5 text-body",
  small: "min-h-9 px-2.5 text-sm md:min-h-7 md:text-xs reach",
};

/** The classes of a button, also for a link that looks like one: `<Link className={buttonClass()} …>`. */
export function buttonClass({
  tone = "plain",
  size = "normal",
  className,
}: {
  tone?: ButtonTone;
  size?: ButtonSize;
  className?: string;
} = {}): string {
  return classNames(
    "inline-flex select-none items-center justify-center gap-2 rounded-control border py-1 font-medium",
    "text-center leading-tight no-underline transition-colors",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-faint",
    "aria-busy:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0",
    tones[tone],
    sizes[size],
    className,
  );
}
