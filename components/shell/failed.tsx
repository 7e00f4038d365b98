"use client";

import { useTranslations } from "next-intl";
import { Button, buttonClass } from "../ui/button";
import { LonePage } from "./lone-page";

/** What somebody sees when a page could not be made: what is safe, how to go on, and the code to pass on. */
export function Failed({ digest, again, framed }: { digest?: string; again: () => void; framed?: boolean }) {
  const t = useTranslations("ui.failed");
  return (
    <LonePage
      framed={framed}
      title={t("title")}
      actions={
        <>
          <Button tone="primary" onClick={again}>
            {t("again")}
          </Button>
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
