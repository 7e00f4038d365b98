import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type SelectOption = { value: string; label: string; disabled?: boolean };

/**
 * The platform's own select in our clothes. Give it `options`, or `<option>`s as children;
 * `placeholder` is a first choice with an empty value.
 */
export function Select({
  options,
  placeholder,
  className,
  children,
  ...rest
}: ComponentProps<"select"> & { options?: SelectOption[]; placeholder?: string }) {
  return (
    <span className={classNames("relative block", className)}>
      <select className="control appearance-none truncate pr-9" {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 size-4 text-ink-soft"
      />
    </span>
  );
}
