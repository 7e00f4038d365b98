"use client";

import { useTranslations } from "next-intl";
import { mapImport } from "@/lib/imports/actions";
import type { ShownImport } from "@/lib/imports/queries";
import { type ImportColumn, mapImportSchema } from "@/lib/imports/schema";
import * as mentees from "@/lib/mentee-imports/actions";
import { FieldError } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Select } from "../ui/select";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { showToast } from "../ui/toast";
import type { ImportOf } from "./import-buttons";

/** Says what each column of a file holds: guessed from their names, and put right here. */
export function MapForm({
  shown,
  among,
  of,
}: {
  shown: Pick<ShownImport, "id" | "samples" | "columns" | "refusal">;
  among: readonly ImportColumn[];
  of: ImportOf;
}) {
  const t = useTranslations("imports.map");
  const column = useTranslations("imports.column");
  const form = useActionForm<{ importId: string; columns: (ImportColumn | "")[] }, void>({
    schema: mapImportSchema,
    action: of === "people" ? mapImport : mentees.mapImport,
    defaults: { importId: shown.id, columns: shown.columns.map((one) => one ?? "") },
    onDone: () => showToast({ text: t("saved") }),
  });
  const options = among.map((value) => ({ value, label: column(value) }));
  return (
    <Form of={form}>
      {shown.refusal && (
        <FieldError>
          <SentenceText of={shown.refusal} />
        </FieldError>
      )}
      <Table caption={t("title")}>
        <Head>
          <HeadCell>{t("column")}</HeadCell>
          <HeadCell>{t("samples")}</HeadCell>
          <HeadCell>{t("holds")}</HeadCell>
        </Head>
        <tbody>
          {shown.samples.map(({ place, name, samples }) => (
            <Row key={place}>
              <Cell head className="break-words">
                <bdi>{name || t("nameless", { number: place })}</bdi>
              </Cell>
              <Cell label={t("samples")} className="[overflow-wrap:anywhere] text-ink-soft">
                <bdi>{samples.join(" · ")}</bdi>
              </Cell>
              <Cell label={t("holds")}>
                <Select
                  aria-label={`${t("holds")}: ${name || t("nameless", { number: place })}`}
                  placeholder={t("ignore")}
                  options={options}
                  {...form.register(`columns.${place - 1}`)}
                />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("save")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
