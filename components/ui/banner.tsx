import type { ReactNode, Ref } from "react";
import { classNames } from "./class-names";
import { Sign } from "./sign";

export type BannerTone = "info" | "due" | "missed" | "done";

const looks: Record<BannerTone, string> = {
  info: "border-accent/30 bg-accent-soft [&>svg]:text-accent",
  due: "border-due/35 bg-due-soft [&>svg]:text-due",
  missed: "border-missed/35 bg-missed-soft [&>svg]:text-missed",
  done: "border-done/35 bg-done-soft [&>svg]:text-done",
};

const signs = { info: "info", due: "due", missed: "alert", done: "done" } as const;

/** Something the whole page or form should know. `announce` reads it out when it appears. */
export function Banner({
  tone = "info",
  title,
  actions,
  announce = false,
  className,
  ref,
  children,
}: {
  tone?: BannerTone;
  title?: ReactNode;
  actions?: ReactNode;
  announce?: boolean;
  className?: string;
  ref?: Ref<HTMLDivElement>;
  children?: ReactNode;
}) {
  return (
    <div
      ref={ref}
      role={announce ? "alert" : undefined}
      tabIndex={announce ? -1 : undefined}
      className={classNames(
        "flex items-start gap-3 rounded-panel border px-4 py-3 text-body outline-none",
        looks[tone],
        className,
      )}
    >
      <Sign of={signs[tone]} className="mt-0.5 size-4.5" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          {title && <p className="font-medium">{title}</p>}
          {children && <div className="text-ink-soft [p+&]:mt-0.5">{children}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
