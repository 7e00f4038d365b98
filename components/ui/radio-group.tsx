import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { FieldError, FieldHint } from "./field";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type GroupProps = Omit<ComponentProps<"input">, "type" | "value" | "children"> & {
  legend: ReactNode;
  options: Choice[];
  value?: string;
  hint?: ReactNode;
  error?: ReactNode;
  hideLegend?: boolean;
};

function Choices({
  legend,
  hint,
  error,
  hideLegend,
  className,
  children,
}: Pick<GroupProps, "legend" | "hint" | "error" | "hideLegend" | "className"> & { children: ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      className={classNames("grid min-w-0 gap-1.5", className)}
      aria-describedby={described || undefined}
    >
      <legend className={hideLegend ? "sr-only" : "float-left mb-1.5 text-body font-medium"}>{legend}</legend>
      <FieldHint id={`${id}-hint`}>{hint}</FieldHint>
      {children}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

/** One of several, each on its own line with room for a hint. Spread `form.register(name)` onto it. */
export function RadioGroup({
  legend,
  options,
  hint,
  error,
  hideLegend,
  className,
  value,
  defaultValue,
  ...rest
}: GroupProps) {
  return (
    <Choices {...{ legend, hint, error, hideLegend, className }}>
      <div className="grid gap-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-start gap-2.5 py-2.5 text-body has-disabled:text-ink-faint md:min-h-0 md:py-1"
          >
            <input
              type="radio"
              className="dot mt-px"
              value={option.value}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              {...rest}
              disabled={rest.disabled || option.disabled}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-sm text-ink-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </Choices>
  );
}

/** One of two to five short words, side by side. Spread `form.register(name)` onto it. */
export function Segmented({
  legend,
  options,
  hint,
  error,
  hideLegend,
  className,
  value,
  defaultValue,
  ...rest
}: GroupProps) {
  return (
    <Choices {...{ legend, hint, error, hideLegend, className }}>
      <div className="flex max-w-full flex-wrap gap-1 justify-self-start rounded-control border border-edge/60 bg-sunken p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "flex min-h-10 min-w-11 flex-auto items-center justify-center rounded-[0.3125rem] px-3 text-center text-body text-ink-soft",
              "transition-colors hover:text-ink has-checked:bg-panel has-checked:font-medium has-checked:text-accent md:min-h-7.5",
              "has-checked:outline has-checked:outline-edge has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:text-ink-faint",
            )}
          >
            <input
              type="radio"
              className="sr-only"
              value={option.value}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              {...rest}
              disabled={rest.disabled || option.disabled}
            />
            {option.label}
          </label>
        ))}
      </div>
    </Choices>
  );
}
