import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddFloorForm } from "@/components/floors/add-floor-form";
import { Words } from "@/components/shell/words";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { standing } from "@/lib/access";
import { requireActor } from "@/lib/auth";
import { may } from "@/lib/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("floors");
  return { title: t("new.title") };
}

export default async function AddFloorPage() {
  const actor = await requireActor();
  if (!may(standing(actor), "floors.addFloor")) notFound();
  const t = await getTranslations("floors");
  return (
    <Words of={["floors", "errors"]}>
      <PageHeader crumbs={[{ href: "/floors", label: t("title") }]} title={t("new.title")} />
      <Panel className="max-w-xl">
        <AddFloorForm />
      </Panel>
    </Words>
  );
}
