import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button-class";
import { LonePage } from "./lone-page";

/** What somebody sees for a page that is not there, or not there for them: both look alike. */
export function Missing({ framed }: { framed?: boolean }) {
  const t = useTranslations("ui.missing");
  return (
    <LonePage
      framed={framed}
      title={t("title")}
      actions={
        <Link href="/today" className={buttonClass({ tone: "primary" })}>
          {t("home")}
        </Link>
      }
    >
      <p>{t("body")}</p>
    </LonePage>
  );
}
