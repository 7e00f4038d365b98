import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgramList } from "@/components/programs/program-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/auth";
import { listPrograms } from "@/lib/programs/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programs");
  return { title: t("title") };
}

export default async function ProgramsPage() {
  const actor = await requireActor();
  const [programs, t] = await Promise.all([orNotFound(listPrograms(actor)), getTranslations("programs")]);
  return (
    <>
      <PageHeader title={t("title")} description={t("list.description")} />
      {programs.length > 0 ? (
        <ProgramList programs={programs} />
      ) : (
        <EmptyState icon={<BookOpen />} title={t("list.empty")}>
          {t("list.emptyWhy")}
        </EmptyState>
      )}
    </>
  );
}
