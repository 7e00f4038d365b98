import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Asks for the number of a certificate; works without being signed in. */
export function CheckForm({ number }: { number?: string }) {
  const t = useTranslations("certification.certificate");
  return (
    <Form action="/certificates" className="flex flex-wrap items-end gap-3">
      <Field label={t("checkLabel")} className="min-w-0 flex-1 basis-60">
        {(control) => (
          <Input
            {...control}
            name="number"
            defaultValue={number}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            className="tabular-nums"
          />
        )}
      </Field>
      <Button type="submit">{t("checkButton")}</Button>
    </Form>
  );
}
