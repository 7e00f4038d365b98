import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsForm } from "@/components/matching/settings-form";
import { Words } from "@/components/shell/words";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { getSettings } from "@/lib/matching/queries";

type Props = { params: Promise<{ cohortId: string }> };

const clientWords = [
  "errors",
  "pairings.refused",
  "matching.factor",
  "matching.invalid",
  "matching.settings",
  "matching.variety",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("matching.settings");
  return { title: t("title") };
}

export default async function WeightsPage({ params }: Props) {
  const actor = await requireActor();
  const cohortId = pageId((await params).cohortId);
  const [settings, t] = await Promise.all([
    orNotFound(getSettings(actor, cohortId)),
    getTranslations("matching.settings"),
  ]);
  return (
    <Words of={clientWords}>
      <Panel
        className="max-w-4xl"
        title={t("title")}
        description={`${t("why")} ${t(settings.own ? "own" : "program")}`}
      >
        <SettingsForm key={JSON.stringify(settings)} cohortId={cohortId} settings={settings} />
      </Panel>
    </Words>
  );
}
