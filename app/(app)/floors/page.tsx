import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FloorTable } from "@/components/floors/floor-table";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { standing } from "@/lib/access";
import { requireActor } from "@/lib/auth";
import { listFloors } from "@/lib/floors/queries";
import { may } from "@/lib/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("floors");
  return { title: t("title") };
}

export default async function FloorsPage() {
  const actor = await requireActor();
  const stands = standing(actor);
  if (!may(stands, "floors.seeFloor") && actor.managedFloorIds.length === 0) notFound();
  const [t, floors] = await Promise.all([getTranslations("floors"), listFloors(actor)]);
  const add = may(stands, "floors.addFloor") && (
    <Link href="/floors/new" className={buttonClass({ tone: "primary" })}>
      {t("add")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={floors.length > 0 && add} />
      <Panel flush>
        {floors.length > 0 ? (
          <FloorTable floors={floors} />
        ) : (
          <EmptyState icon={<Building2 />} title={t("empty")} action={add}>
            {t("emptyBody")}
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
