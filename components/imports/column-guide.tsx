import { useTranslations } from "next-intl";
import { importColumns } from "@/lib/imports/people-file";
import { Definition, Definitions } from "../ui/definition-list";

/** Which columns a file of people can have, and what goes into each. */
export function ColumnGuide() {
  const t = useTranslations("imports");
  return (
    <div className="grid gap-4">
      <Definitions>
        {importColumns.map((column) => (
          <Definition key={column} term={t(`column.${column}`)}>
            {t(`about.${column}`)}
          </Definition>
        ))}
      </Definitions>
      <p className="text-body text-ink-soft">{t("keeps")}</p>
    </div>
  );
}
