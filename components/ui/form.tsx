"use client";

import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  type FormEventHandler,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import { keyFromText } from "@/lib/errors";
import { Banner } from "./banner";
import { Button } from "./button";
import { classNames } from "./class-names";
import { type LateSchema, lateResolver, prepareChecks } from "./form-checks";
import { type Action, runAction, type Trouble } from "./run-action";
import { useDecoded, useSentence, useTroubleWords } from "./sentence";

/** A form that knows its action: everything of react-hook-form, and what Form, SubmitButton and Field need. */
export type ActionForm<Values extends FieldValues = FieldValues> = UseFormReturn<Values> & {
  submit: FormEventHandler<HTMLFormElement>;
  /** Fetches what checks the form, if it is not there yet. */
  prepare: () => void;
  pending: boolean;
  trouble: Trouble | null;
  /** The words of what is wrong with a field, or undefined. */
  error: (name: Path<Values>) => string | undefined;
};

const inWords = "words";

/**
 * Ties a schema, an action and a form together. What is wrong stands beside its field in words and the first such
 * field has the focus; what is wrong with the whole stands above the form; what was typed stays in any case.
 * The action receives what was typed (the schema's input): it parses again.
 */
export function useActionForm<Values extends FieldValues, Data>({
  schema,
  action,
  defaults,
  onDone,
}: {
  /** Given as `() => import(…)`, what checks the form is fetched when somebody begins to write, not with the page. */
  schema: LateSchema<Values>;
  action: Action<Values, Data>;
  defaults: DefaultValues<Values>;
  onDone?: (data: Data | undefined, values: Values) => void;
}): ActionForm<Values> {
  const form = useForm<Values>({ resolver: lateResolver(schema), defaultValues: defaults });
  const sending = useRef(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = useSentence();
  const decoded = useDecoded();

  function place(found: Trouble, values: Values): Trouble | null {
    if (found.kind === "refused" && found.field && hasField(values, found.field)) {
      const message = words(found.sentence);
      form.setError(found.field as Path<Values>, { type: inWords, message }, { shouldFocus: true });
      return null;
    }
    if (found.kind !== "invalid") return found;
    const placed = Object.entries(found.fields).filter(([name]) => hasField(values, name));
    placed.forEach(([name, message], index) => {
      form.setError(name as Path<Values>, { message }, { shouldFocus: index === 0 });
    });
    if (placed.length > 0) return null;
    const whole = Object.values(found.fields)[0];
    return whole ? { kind: "refused", sentence: { key: keyFromText(whole) } } : found;
  }

  const send = form.handleSubmit(async (values) => {
    setTrouble(null);
    const outcome = await runAction(action, values);
    if (outcome.done) onDone?.(outcome.data, values);
    else setTrouble(place(outcome.trouble, values));
  });

  return {
    ...form,
    pending: form.formState.isSubmitting,
    trouble,
    prepare: () => void prepareChecks(schema),
    submit: async (event) => {
      event.preventDefault();
      if (sending.current) return;
      sending.current = true;
      await send(event).finally(() => {
        sending.current = false;
      });
    },
    error: (name) => {
      const found = form.getFieldState(name, form.formState).error;
      if (!found?.message) return undefined;
      return found.type === inWords ? found.message : decoded(found.message);
    },
  };
}

function hasField(values: FieldValues, path: string): boolean {
  const first = path.split(".")[0];
  return first !== undefined && first in values;
}

/** What kept the whole form from being accepted, with the focus on it as soon as it is there. */
function FormTrouble({ trouble }: { trouble: Trouble | null }) {
  const t = useTranslations("ui");
  const words = useTroubleWords();
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) banner.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  return (
    <Banner
      ref={banner}
      tone="missed"
      announce
      title={words(trouble)}
      actions={
        trouble.kind === "stale" && (
          <Button onClick={() => window.location.reload()}>{t("form.reload")}</Button>
        )
      }
    />
  );
}

/** The form element: trouble above, fields below each other. `method="post"` keeps what is typed out of the address. */
export function Form<Values extends FieldValues>({
  of,
  className,
  children,
  ...rest
}: Omit<ComponentProps<"form">, "onSubmit" | "action"> & { of: ActionForm<Values>; children: ReactNode }) {
  return (
    <form
      method="post"
      noValidate
      onSubmit={of.submit}
      onFocus={of.prepare}
      aria-busy={of.pending || undefined}
      className={classNames("grid gap-5", className)}
      {...rest}
    >
      <FormTrouble trouble={of.trouble} />
      {children}
    </form>
  );
}

/** The button that sends the form; it turns a wheel while the answer is on its way. */
export function SubmitButton<Values extends FieldValues>({
  of,
  children,
  ...rest
}: Omit<ComponentProps<typeof Button>, "type" | "pending"> & { of: ActionForm<Values> }) {
  return (
    <Button type="submit" tone="primary" pending={of.pending} {...rest}>
      {children}
    </Button>
  );
}

/** The row of buttons below a form: the deed first, on phones over the whole width. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-2 pt-1 sm:flex-row sm:flex-wrap sm:items-center">{children}</div>;
}
