import { useTranslations } from "next-intl";
import { importColumns } from "@/lib/imports/schema";
import { menteeColumns } from "@/lib/mentee-imports/schema";
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

/** The same of a file of mentees: who is here needs nothing but their address. */
export function MenteeColumnGuide({ mayAdd }: { mayAdd: boolean }) {
  const t = useTranslations("imports");
  const columns = mayAdd ? menteeColumns : (["email"] as const);
  return (
    <div className="grid gap-4">
      <Definitions>
        {columns.map((column) => (
          <Definition key={column} term={t(`column.${column}`)}>
            {column === "email" ? t("mentees.email") : t(`about.${column}`)}
          </Definition>
        ))}
      </Definitions>
      <p className="text-body text-ink-soft">
        {t("mentees.keeps")} {mayAdd ? t("mentees.newHere") : t("mentees.onlyHere")}
      </p>
    </div>
  );
}
