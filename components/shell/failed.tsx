"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button-class";
import { LonePage } from "./lone-page";

/** What somebody sees when a page could not be made: what is safe, how to go on, and the code to pass on. */
export function Failed({ digest, framed }: { digest?: string; framed?: boolean }) {
  const t = useTranslations("failed");
  return (
    <LonePage
      framed={framed}
      title={t("title")}
      actions={
        <>
          {/* The whole page anew: what failed may have been its frame, which nothing inside it can make again. */}
          <button
            type="button"
            className={buttonClass({ tone: "primary" })}
            onClick={() => window.location.reload()}
          >
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
