import { classNames } from "./class-names";

/** A quiet block where something will be: give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("skeleton rounded-control", className)} />;
}

const widths = ["w-11/12", "w-4/5", "w-full", "w-2/3"];

/** Lines of text to come. */
export function SkeletonText({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <div aria-hidden className={classNames("grid gap-2.5", className)}>
      {[...Array(lines).keys()].map((line) => (
        <Skeleton key={line} className={classNames("h-4", widths[line % widths.length])} />
      ))}
    </div>
  );
}

/** Table rows to come, in the height that they will have. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <div aria-hidden className="divide-y divide-line">
      {[...Array(rows).keys()].map((row) => (
        <div key={row} className="flex h-14 items-center gap-4 px-4 md:h-10 md:px-5">
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-4 w-1/5" />
          <Skeleton className="ml-auto h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
