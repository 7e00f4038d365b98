import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CommitButton } from "@/components/imports/commit-button";
import { ProblemTable } from "@/components/imports/problem-table";
import { RowTable } from "@/components/imports/row-table";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound, requireActor } from "@/lib/auth";
import { getImport, type ShownImport } from "@/lib/imports/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("preview.title") };
}

export default async function ImportPreviewPage({ params }: { params: Promise<{ importId: string }> }) {
  const actor = await requireActor();
  const { importId } = await params;
  if (!z.uuid().safeParse(importId).success) notFound();
  const [t, people, shown] = await Promise.all([
    getTranslations("imports"),
    getTranslations("people"),
    orNotFound(getImport(actor, importId)),
  ]);
  const { result, counts, problems } = shown;
  const writes = counts.added + counts.changed;
  const file = shown.fileName || t("preview.pasted");
  return (
    <Words of={["imports", "errors"]}>
      <PageHeader
        crumbs={[
          { href: "/people", label: people("title") },
          { href: "/people/import", label: t("title") },
        ]}
        title={result ? t("result.title") : t("preview.title")}
        description={result ? file : t("preview.of", { file })}
        actions={
          !result && (
            <>
              <Link href="/people/import" className={buttonClass()}>
                {t("preview.other")}
              </Link>
              {problems.count === 0 && writes > 0 && <CommitButton importId={shown.id} count={writes} />}
            </>
          )
        }
      />
      {result ? <Result result={result} /> : <Preview shown={shown} />}
    </Words>
  );
}

async function Result({ result }: { result: NonNullable<ShownImport["result"]> }) {
  const t = await getTranslations("imports.result");
  return (
    <Banner
      tone="done"
      title={t("title")}
      actions={
        <>
          <Link href="/people?state=NOT_INVITED" className={buttonClass({ tone: "primary" })}>
            {t("notInvited")}
          </Link>
          <Link href="/people" className={buttonClass()}>
            {t("toPeople")}
          </Link>
        </>
      }
    >
      {t("body", { ...result })}
    </Banner>
  );
}

async function Preview({ shown }: { shown: ShownImport }) {
  const t = await getTranslations("imports.preview");
  const { problems, counts, ignored } = shown;
  const effects = (["added", "changed", "same"] as const).filter((effect) => counts[effect] > 0);
  return (
    <div className="grid gap-5">
      {problems.count > 0 ? (
        <>
          <Banner tone="missed" title={t("problemsTitle", { count: problems.count })}>
            {t("problemsBody")}
          </Banner>
          <Panel flush>
            <ProblemTable problems={problems} />
          </Panel>
        </>
      ) : (
        <Banner tone={counts.added + counts.changed > 0 ? "info" : "done"}>
          {counts.added + counts.changed === 0 ? (
            t("nothing")
          ) : (
            <ul>
              {effects.map((effect) => (
                <li key={effect}>{t(effect, { count: counts[effect] })}</li>
              ))}
            </ul>
          )}
        </Banner>
      )}
      {ignored.length > 0 && <Banner tone="due">{t("ignored", { columns: ignored.join(", ") })}</Banner>}
      <Panel flush title={t("rowsTitle")}>
        <RowTable rows={shown.rows} all={counts.all} />
      </Panel>
    </div>
  );
}
