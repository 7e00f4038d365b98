import Link from "next/link";
import { useTranslations } from "next-intl";
import { LonePage } from "../shell/lone-page";
import { buttonClass } from "../ui/button";

/** A link that was used or is too old: says so, and offers a new one where one can be mailed. */
export function LinkGone({ kind }: { kind: "password" | "setUp" }) {
  const t = useTranslations("sign-ins.gone");
  const again = kind === "password";
  return (
    <LonePage
      title={again ? t("title") : t("setUpTitle")}
      actions={
        <>
          {again && (
            <Link href="/reset" className={buttonClass({ tone: "primary" })}>
              {t("again")}
            </Link>
          )}
          <Link href="/sign-in" className={buttonClass()}>
            {t("signIn")}
          </Link>
        </>
      }
    >
      <p>{again ? t("body") : t("setUpBody")}</p>
    </LonePage>
  );
}
