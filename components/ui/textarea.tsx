import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** Several lines of text; it grows with what is written. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={classNames("control field-sizing-content max-h-96 resize-y py-2", className)}
      {...rest}
    />
  );
}
