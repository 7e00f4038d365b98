import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button";
import type { ImportOf } from "./import-buttons";

/** A file to start from, with the columns that are understood: as a workbook and as text. */
export function TemplateLinks({ of }: { of: ImportOf }) {
  const t = useTranslations("imports");
  return (
    <span className="flex flex-wrap gap-2">
      <a href={`/${of}-template.xlsx`} download className={buttonClass()}>
        <Download aria-hidden />
        {t("template")}
      </a>
      <a href={`/${of}-template.csv`} download className={buttonClass({ tone: "quiet" })}>
        {t("templateCsv")}
      </a>
    </span>
  );
}
