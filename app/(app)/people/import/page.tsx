import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ColumnGuide } from "@/components/imports/column-guide";
import { RecentImports } from "@/components/imports/recent-imports";
import { TemplateLinks } from "@/components/imports/template-links";
import { UploadForm } from "@/components/imports/upload-form";
import { Words } from "@/components/shell/words";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { standing } from "@/lib/access";
import { requireActor } from "@/lib/auth";
import { recentImports } from "@/lib/imports/queries";
import { may } from "@/lib/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

export default async function ImportPage() {
  const actor = await requireActor();
  if (!may(standing(actor), "imports.previewImport")) notFound();
  const [t, people, recent] = await Promise.all([
    getTranslations("imports"),
    getTranslations("people"),
    recentImports(actor),
  ]);
  return (
    <Words of={["imports", "errors"]}>
      <PageHeader
        crumbs={[{ href: "/people", label: people("title") }]}
        title={t("title")}
        description={t("description")}
        actions={<TemplateLinks of="people" />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel>
          <UploadForm />
        </Panel>
        <div className="grid gap-5">
          <Panel title={t("columnsTitle")}>
            <ColumnGuide />
          </Panel>
          <RecentImports imports={recent} under="/people/import" zone={actor.timeZone} />
        </div>
      </div>
    </Words>
  );
}
