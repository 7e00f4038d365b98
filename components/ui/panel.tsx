import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

/**
 * A white section with a hairline, for what belongs together; never inside another one.
 * `flush` lets a table or a list reach the edges.
 */
export function Panel({
  title,
  description,
  actions,
  footer,
  flush = false,
  className,
  id,
  children,
}: {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  flush?: boolean;
  className?: string;
  id?: string;
  children?: ReactNode;
}) {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={title ? heading : undefined}
      className={classNames("panel min-w-0 scroll-mt-20", className)}
    >
      {(title || actions) && (
        <header
          className={classNames(
            "flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-3.5 md:px-5",
            flush && "pb-3",
          )}
        >
          <div className="min-w-0 flex-1 basis-48">
            {title && (
              <h2 id={heading} className="text-base font-semibold tracking-tight">
                {title}
              </h2>
            )}
            {description && <p className="text-body text-ink-soft">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div
        className={
          flush
            ? classNames("overflow-clip rounded-b-panel", !title && !actions && "rounded-t-panel")
            : classNames("px-4 pb-4 md:px-5 md:pb-5", title || actions ? "pt-3" : "pt-4 md:pt-5")
        }
      >
        {children}
      </div>
      {footer && (
        <footer className="border-t border-line px-4 py-3 text-body text-ink-soft md:px-5">{footer}</footer>
      )}
    </section>
  );
}
