import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Facts about one thing, name and value: `<Definitions><Definition term="Floor">SMB</Definition>…</Definitions>`. */
export function Definitions({
  columns = 1,
  className,
  children,
}: {
  columns?: 1 | 2 | 3;
  className?: string;
  children: ReactNode;
}) {
  const grid = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" }[columns];
  return <dl className={classNames("grid gap-x-8 gap-y-3.5", grid, className)}>{children}</dl>;
}

/** One fact. An empty value shows a dash, so that nobody looks for what is not there. */
export function Definition({ term, children }: { term: ReactNode; children?: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-soft md:text-xs">{term}</dt>
      <dd className="text-body">{children ?? <span className="text-ink-faint">–</span>}</dd>
    </div>
  );
}
