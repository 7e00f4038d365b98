import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonTone, buttonClass } from "./button-class";

export { type ButtonSize, type ButtonTone, buttonClass } from "./button-class";

/**
 * A button. While `pending` it keeps its place, its focus and its words, turns a wheel and says that it is busy;
 * whoever handles the press must ignore a second one (Form and ActionButton do).
 */
export function Button({
  tone,
  size,
  pending = false,
  icon,
  className,
  children,
  type = "button",
  ...rest
}: ComponentProps<"button"> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  pending?: boolean;
  icon?: ReactNode;
}) {
  return (
    <button
      type={type}
      className={buttonClass({ tone, size, className })}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      {...rest}
    >
      {pending ? <span aria-hidden className="wheel" /> : icon}
      {children}
    </button>
  );
}
