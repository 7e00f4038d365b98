import type { ComponentProps, ReactNode } from "react";
import { type ButtonTone, buttonClass } from "./button-class";
import { classNames } from "./class-names";

/** The classes of a square button that holds only an icon, also for a link: give it an `aria-label`. */
export function iconButtonClass({
  tone = "quiet",
  className,
}: {
  tone?: ButtonTone;
  className?: string;
} = {}) {
  return buttonClass({
    tone,
    className: classNames("h-control w-control shrink-0 p-0! [&_svg]:size-4.5", className),
  });
}

/** A button with an icon alone; `label` is what it is called, to the screen reader and on hover. */
export function IconButton({
  label,
  tone,
  className,
  children,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "aria-label" | "title"> & {
  label: string;
  tone?: ButtonTone;
  children: ReactNode;
}) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={iconButtonClass({ tone, className })}
      {...rest}
    >
      {children}
    </button>
  );
}
