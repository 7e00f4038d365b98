"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button-class";
import { LonePage } from "./lone-page";

/** What somebody sees when a page could not be made: what is safe, how to go on, and the code to pass on. */
export function Failed({ digest, again, framed }: { digest?: string; again: () => void; framed?: boolean }) {
  const t = useTranslations("failed");
  return (
    <LonePage
      framed={framed}
      title={t("title")}
      actions={
        <>
          <button type="button" className={buttonClass({ tone: "primary" })} onClick={again}>
            {t("again")}
          </button>
          <a href="/today" className={buttonClass()}>
            {t("home")}
          </a>
        </>
      }
    >
      <p>{t("body")}</p>
      {digest && <p className="text-sm">{t("digest", { digest })}</p>}
    </LonePage>
  );
}
