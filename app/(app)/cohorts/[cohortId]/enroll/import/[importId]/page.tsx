import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CommitButton } from "@/components/imports/import-buttons";
import { ImportPreview, ImportSummary, UndoOffer, UndoReport } from "@/components/imports/import-steps";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { keptDays } from "@/lib/imports/rules";
import { getMenteeImport, type ShownMenteeImport } from "@/lib/mentee-imports/queries";
import { menteeColumns } from "@/lib/mentee-imports/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("preview.title") };
}

type Props = PageProps<"/cohorts/[cohortId]/enroll/import/[importId]">;

export default async function MenteeImportPreviewPage({ params }: Props) {
  const actor = await requireActor();
  const given = await params;
  const cohortId = pageId(given.cohortId);
  const [t, shown] = await Promise.all([
    getTranslations("imports"),
    orNotFound(getMenteeImport(actor, cohortId, pageId(given.importId))),
  ]);
  const { result, undone, counts, problems, refusal } = shown;
  const joins = counts.added + counts.enrolled;
  const file = shown.fileName || t("preview.pasted");
  const again = `/cohorts/${cohortId}/enroll/import`;
  const toCohort = (
    <Link href={`/cohorts/${cohortId}#mentees`} className={buttonClass()}>
      {t("mentees.toCohort")}
    </Link>
  );
  return (
    <Words of={["imports", "people.refused", "people.invalid", "cohorts.refused", "errors"]}>
      <div className="grid gap-5">
        {undone ? (
          <UndoReport
            undone={undone}
            body={t("mentees.undone", { removed: undone.removed, deactivated: undone.deactivated })}
            actions={toCohort}
          />
        ) : result ? (
          <>
            <Banner tone="done" title={t("mentees.resultTitle")} actions={toCohort}>
              {t("mentees.result", { ...result })}
            </Banner>
            <UndoOffer shown={shown} zone={actor.timeZone} of="mentees" />
          </>
        ) : (
          <>
            <Panel
              title={t("preview.title")}
              description={t("preview.of", { file, days: keptDays })}
              actions={
                <>
                  <Link href={again} className={buttonClass()}>
                    {t("preview.other")}
                  </Link>
                  {!refusal && problems.count === 0 && joins > 0 && (
                    <CommitButton importId={shown.id} count={joins} of="mentees" />
                  )}
                </>
              }
            />
            <ImportPreview
              shown={shown}
              rows={shown.rows}
              all={counts.all}
              among={menteeColumns}
              of="mentees"
              summary={<Summary counts={counts} />}
            />
          </>
        )}
      </div>
    </Words>
  );
}

async function Summary({ counts }: { counts: ShownMenteeImport["counts"] }) {
  const t = await getTranslations("imports.mentees");
  const effects = (["enrolled", "added", "same"] as const).filter((effect) => counts[effect] > 0);
  return (
    <ImportSummary
      lines={effects.map((effect) => t(effect, { count: counts[effect] }))}
      nothing={counts.added + counts.enrolled === 0 ? t("nothing") : null}
    />
  );
}
