import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A line of text. Inside a Field: `<Input {...control} {...form.register("name")} />`. */
export function Input({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} className={classNames("control", className)} {...rest} />;
}

/** A day, picked in the browser's own calendar; its value is "YYYY-MM-DD". */
export function DateInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return <input type="date" className={classNames("control max-w-56 tabular-nums", className)} {...rest} />;
}

/** A time of the day; its value is "HH:MM". */
export function TimeInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return <input type="time" className={classNames("control max-w-40 tabular-nums", className)} {...rest} />;
}

/** A file from this machine. `accept` says which. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      type="file"
      className={classNames(
        "control cursor-pointer py-1 pl-1 file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-control file:border-0",
        "file:bg-hover file:px-3 file:font-medium file:text-ink md:file:min-h-6.5",
        className,
      )}
      {...rest}
    />
  );
}
