import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DateInput, Input } from "@/components/ui/input";
import type { Day } from "@/lib/dates";

/** Narrows the audit trail to a person and a day; both live in the address. */
export function AuditFilter({
  name,
  day,
  badDay,
  who,
  choices,
}: {
  name: string | undefined;
  day: Day | undefined;
  badDay: boolean;
  who: string | undefined;
  choices: { name: string; href: string }[];
}) {
  const t = useTranslations("history");
  return (
    <search data-screen-only className="grid gap-3">
      <Form action="/settings/audit" scroll={false} className="flex flex-wrap items-end gap-3">
        <Field label={t("person")} className="w-full sm:w-64">
          {(control) => <Input {...control} name="name" defaultValue={name} placeholder={t("personHint")} />}
        </Field>
        <Field label={t("day")} error={badDay && t("badDay")}>
          {(control) => <DateInput {...control} name="day" defaultValue={day} />}
        </Field>
        {who && !name && <input type="hidden" name="who" value={who} />}
        <Button type="submit">{t("show")}</Button>
        {(name || day || who) && (
          <Link href="/settings/audit" className={buttonClass({ tone: "quiet" })}>
            {t("clear")}
          </Link>
        )}
      </Form>
      {name && (
        <div className="text-body">
          <p className="text-ink-soft">{choices.length > 0 ? t("which") : t("nobody", { text: name })}</p>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {choices.map((choice) => (
              <li key={choice.href}>
                <Link href={choice.href} className="link reach">
                  <bdi>{choice.name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  );
}
