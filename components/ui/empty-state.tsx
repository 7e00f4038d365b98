import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Why there is nothing here and the one step that changes it. Inside a Panel, or alone on a page. */
export function EmptyState({
  icon,
  title,
  action,
  className,
  children,
}: {
  icon?: ReactNode;
  title: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <div
      className={classNames(
        "mx-auto grid max-w-md justify-items-center gap-1.5 px-4 py-10 text-center",
        className,
      )}
    >
      {icon && (
        <div aria-hidden className="mb-1 text-ink-faint [&_svg]:size-7 [&_svg]:stroke-[1.5]">
          {icon}
        </div>
      )}
      <p className="text-base font-medium">{title}</p>
      {children && <div className="text-body text-ink-soft">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
