import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** What scrolls must be reachable by keyboard, although it does nothing itself. */
const reachable = { tabIndex: 0 };

/**
 * A table in plain HTML: `<Table caption><Head><HeadCell/>…</Head><tbody><Row><Cell label/>…</Row></tbody></Table>`.
 * On phones `phone="list"` (the default) turns each row into a block where every cell carries its `label` above it;
 * `phone="line"` sets the cells one after another, each behind its label, for long lists; `phone="scroll"` keeps the grid and lets it scroll sideways under a first column that stays.
 */
export function Table({
  caption,
  phone = "list",
  density = "normal",
  className,
  children,
  ...rest
}: ComponentProps<"table"> & {
  caption: string;
  phone?: "list" | "line" | "scroll";
  density?: "normal" | "compact";
}) {
  const table = (
    <table
      className={classNames(
        "grid-table",
        phone !== "scroll" && "as-list",
        phone === "line" && "as-line",
        density === "compact" && "compact",
        className,
      )}
      {...rest}
    >
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
  if (phone !== "scroll") return <div className="table-box">{table}</div>;
  return (
    <section aria-label={caption} {...reachable} className="relative overflow-x-auto print:overflow-visible">
      {table}
    </section>
  );
}

/** The head of a table; it sticks below the top bar while its rows scroll. */
export function Head({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

export type SortDirection = "ascending" | "descending";

/** A column's name. With `sort` it is a link to the same page sorted by it; `direction` is how it is sorted now. */
export function HeadCell({
  sort,
  end = false,
  className,
  children,
  ...rest
}: ComponentProps<"th"> & { sort?: { href: string; direction?: SortDirection }; end?: boolean }) {
  const Arrow =
    sort?.direction === "ascending" ? ArrowUp : sort?.direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.direction ?? "none") : undefined}
      className={classNames(end && "end", className)}
      {...rest}
    >
      {sort ? (
        <Link
          href={sort.href}
          scroll={false}
          className="inline-flex items-center gap-1 hover:text-ink [&_svg]:size-3.5"
        >
          {children}
          <Arrow aria-hidden className={sort.direction ? "text-accent" : "text-ink-faint"} />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

/** A row. `current` marks the one that is open or selected. */
export function Row({ current = false, className, ...rest }: ComponentProps<"tr"> & { current?: boolean }) {
  return <tr aria-current={current || undefined} className={className} {...rest} />;
}

/** A cell. `label` is its column's name for phones; `head` makes it the name of its row; `end` is for numbers and buttons. */
export function Cell({
  label,
  head = false,
  end = false,
  className,
  ...rest
}: ComponentProps<"td"> & { label?: string; head?: boolean; end?: boolean }) {
  const classes = classNames(end && "end", className) || undefined;
  if (head) return <th scope="row" data-label={label} className={classes} {...rest} />;
  return <td data-label={label} className={classes} {...rest} />;
}
