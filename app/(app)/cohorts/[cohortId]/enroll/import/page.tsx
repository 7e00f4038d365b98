import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MenteeColumnGuide } from "@/components/imports/column-guide";
import { RecentImports } from "@/components/imports/recent-imports";
import { TemplateLinks } from "@/components/imports/template-links";
import { MenteeUploadForm } from "@/components/imports/upload-form";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { Panel } from "@/components/ui/panel";
import { SentenceText } from "@/components/ui/sentence";
import { standing } from "@/lib/access";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { getCohort } from "@/lib/cohorts/queries";
import { enrollRefusal } from "@/lib/enrollments/rules";
import { recentMenteeImports } from "@/lib/mentee-imports/queries";
import { may } from "@/lib/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.mentees");
  return { title: t("title") };
}

export default async function MenteeImportPage(props: PageProps<"/cohorts/[cohortId]/enroll/import">) {
  const actor = await requireActor();
  const cohortId = pageId((await props.params).cohortId);
  const [t, cohort, recent] = await orNotFound(
    Promise.all([
      getTranslations("imports"),
      getCohort(actor, cohortId),
      recentMenteeImports(actor, cohortId),
    ]),
  );
  const closed = enrollRefusal(cohort, cohort.today);
  return (
    <Words of={["imports", "errors"]}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel
          title={t("mentees.title")}
          description={t("mentees.description")}
          actions={<TemplateLinks of="mentees" />}
        >
          {closed ? (
            <Banner title={<SentenceText of={closed} />} />
          ) : (
            <MenteeUploadForm cohortId={cohortId} />
          )}
        </Panel>
        <div className="grid gap-5">
          <Panel title={t("mentees.columnsTitle")}>
            <MenteeColumnGuide mayAdd={may(standing(actor), "people.addPerson")} />
          </Panel>
          <RecentImports
            imports={recent}
            under={`/cohorts/${cohortId}/enroll/import`}
            zone={actor.timeZone}
          />
        </div>
      </div>
    </Words>
  );
}
