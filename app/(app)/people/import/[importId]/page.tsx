import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CommitButton } from "@/components/imports/import-buttons";
import { ImportPreview, ImportSummary, UndoOffer, UndoReport } from "@/components/imports/import-steps";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { getImport, type ShownImport } from "@/lib/imports/queries";
import { keptDays } from "@/lib/imports/rules";
import { importColumns } from "@/lib/imports/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("preview.title") };
}

export default async function ImportPreviewPage({ params }: PageProps<"/people/import/[importId]">) {
  const actor = await requireActor();
  const importId = pageId((await params).importId);
  const [t, people, shown] = await Promise.all([
    getTranslations("imports"),
    getTranslations("people"),
    orNotFound(getImport(actor, importId)),
  ]);
  const { result, undone, counts, problems, refusal } = shown;
  const writes = counts.added + counts.changed;
  const file = shown.fileName || t("preview.pasted");
  return (
    <Words of={["imports", "people.refused", "people.invalid", "errors"]}>
      <PageHeader
        crumbs={[
          { href: "/people", label: people("title") },
          { href: "/people/import", label: t("title") },
        ]}
        title={undone ? t("undo.title") : result ? t("result.title") : t("preview.title")}
        description={result ? file : t("preview.of", { file, days: keptDays })}
        actions={
          !result && (
            <>
              <Link href="/people/import" className={buttonClass()}>
                {t("preview.other")}
              </Link>
              {!refusal && problems.count === 0 && writes > 0 && (
                <CommitButton importId={shown.id} count={writes} of="people" />
              )}
            </>
          )
        }
      />
      {undone ? (
        <UndoReport
          undone={undone}
          body={t("undo.body", { ...undone, left: undone.left.length })}
          actions={
            <Link href="/people/import" className={buttonClass()}>
              {t("undo.again")}
            </Link>
          }
        />
      ) : result ? (
        <Result shown={shown} result={result} zone={actor.timeZone} />
      ) : (
        <ImportPreview
          shown={shown}
          rows={shown.rows}
          all={counts.all}
          among={importColumns}
          of="people"
          summary={<Summary counts={counts} />}
        />
      )}
    </Words>
  );
}

async function Result({
  shown,
  result,
  zone,
}: {
  shown: ShownImport;
  result: NonNullable<ShownImport["result"]>;
  zone: string;
}) {
  const t = await getTranslations("imports.result");
  return (
    <div className="grid gap-5">
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
      <UndoOffer shown={shown} zone={zone} of="people" />
    </div>
  );
}

async function Summary({ counts }: { counts: ShownImport["counts"] }) {
  const t = await getTranslations("imports.preview");
  const effects = (["added", "changed", "same"] as const).filter((effect) => counts[effect] > 0);
  return (
    <ImportSummary
      lines={effects.map((effect) => t(effect, { count: counts[effect] }))}
      nothing={counts.added + counts.changed === 0 ? t("nothing") : null}
    />
  );
}
