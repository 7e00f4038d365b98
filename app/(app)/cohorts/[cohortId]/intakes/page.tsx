import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { IntakeList } from "@/components/intakes/intake-list";
import { buttonClass } from "@/components/ui/button-class";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { listIntakes } from "@/lib/intakes/queries";
import { isWhole } from "@/lib/intakes/rules";

type Props = { params: Promise<{ cohortId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intakes.list");
  return { title: t("title") };
}

export default async function CohortIntakesPage({ params }: Props) {
  const actor = await requireActor();
  const cohortId = pageId((await params).cohortId);
  const [intakes, t] = await Promise.all([
    orNotFound(listIntakes(actor, cohortId)),
    getTranslations("intakes.list"),
  ]);
  return (
    <Panel
      flush
      className="max-w-4xl"
      title={t("title")}
      actions={
        <Link href={`/cohorts/${cohortId}/weights`} className={buttonClass()}>
          {t("weights")}
        </Link>
      }
      description={`${t("count", { whole: intakes.filter(isWhole).length, all: intakes.length })}. ${t("why")}`}
    >
      <IntakeList intakes={intakes} />
    </Panel>
  );
}
