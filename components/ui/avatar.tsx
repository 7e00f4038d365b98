import { classNames } from "./class-names";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const compact = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function first(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return "";
}

/**
 * Takes a name in any script, gives one or two of its letters: "Amara Okafor" is AO, "王小明" is 王.
 * Letters of a joining script are kept apart, or two initials would read as a word.
 */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s\u00a0]+/u)
    .filter((word) => /\p{L}/u.test(word));
  const start = words[0];
  const end = words.at(-1);
  if (!start || !end) return "";
  if (words.length === 1 || compact.test(start)) return first(start).toLocaleUpperCase();
  return `${first(start)}\u200c${first(end)}`.toLocaleUpperCase();
}

const sizes = { small: "size-6 text-[0.625rem]", normal: "size-8 text-xs", large: "size-20 text-lg" };

/** A person as two letters. The name stands beside it, so it is silent for screen readers. */
export function Avatar({
  name,
  size = "normal",
  className,
}: {
  name: string;
  size?: keyof typeof sizes;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-grid shrink-0 select-none place-items-center rounded-full bg-accent-soft font-semibold text-accent",
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

/** A person in a row: letters, name, and a quiet second line. `children` stand in for the name, a link for instance. */
export function PersonLine({
  name,
  detail,
  size = "small",
  children,
}: {
  name: string;
  detail?: React.ReactNode;
  size?: "small" | "normal";
  children?: React.ReactNode;
}) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-2.5">
      <Avatar name={name} size={size} />
      <span className="min-w-0 max-w-72 leading-tight">
        <bdi className="block text-left wrap-anywhere">{children ?? name}</bdi>
        {detail && (
          <span className="block truncate text-sm leading-tight font-normal text-ink-soft md:text-xs">
            {detail}
          </span>
        )}
      </span>
    </span>
  );
}
