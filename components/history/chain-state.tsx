import { getTranslations } from "next-intl/server";
import { Status } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";

/** Says whether the audit trail is whole. It waits for the check by itself, so that the page need not. */
export async function ChainState({ broken }: { broken: Promise<string | null> }) {
  const [t, seq] = await Promise.all([getTranslations("history"), broken]);
  if (seq === null) {
    return (
      <p>
        <Status tone="done">{t("whole")}</Status>
      </p>
    );
  }
  return (
    <Banner tone="missed" title={t("broken.title")}>
      {t("broken.body", { seq })}
    </Banner>
  );
}
