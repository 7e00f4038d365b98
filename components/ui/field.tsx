import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { Sign } from "./sign";

/** What a control needs to be tied to its label, hint and error: spread it onto the control. */
export type ControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

/** The sentence beside a field that was refused. */
export function FieldError({ id, children }: { id?: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm text-missed">
      <Sign of="alert" className="mt-0.5 size-4" />
      <span>{children}</span>
    </p>
  );
}

/** The quiet sentence that says what is meant by a field. */
export function FieldHint({ id, children }: { id?: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="text-sm text-ink-soft">
      {children}
    </p>
  );
}

/**
 * Label, control, what is wrong with it, hint: in this order fields side by side stand in one line. The control is a
 * function, so that the ids are wired in one place:
 * `<Field label={t("name")} error={form.error("name")}>{(c) => <Input {...c} {...form.register("name")} />}</Field>`
 */
export function Field({
  label,
  hint,
  error,
  optional = false,
  required = false,
  hideLabel = false,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  required?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const t = useTranslations("ui");
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classNames("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-body font-medium"}>
        {label}
        {optional && <span className="font-normal text-ink-faint"> {t("field.optional")}</span>}
      </label>
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": required || undefined,
      })}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      <FieldHint id={`${id}-hint`}>{hint}</FieldHint>
    </div>
  );
}
