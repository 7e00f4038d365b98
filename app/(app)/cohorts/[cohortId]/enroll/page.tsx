import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnrollForm } from "@/components/cohorts/enroll-form";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { SentenceText } from "@/components/ui/sentence";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { getCohort } from "@/lib/cohorts/queries";
import { pickSearch } from "@/lib/cohorts/schema";
import { floorChoices, menteeCandidates } from "@/lib/enrollments/queries";
import { enrollRefusal } from "@/lib/enrollments/rules";
import { authorize } from "@/lib/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohorts.enroll");
  return { title: t("title") };
}

export default async function EnrollPage(props: PageProps<"/cohorts/[cohortId]/enroll">) {
  const actor = await requireActor();
  const cohortId = pageId((await props.params).cohortId);
  const { q, floor } = pickSearch.parse(await props.searchParams);
  const { stands, ...cohort } = await orNotFound(getCohort(actor, cohortId));
  const [floors, candidates] = await orNotFound(
    Promise.all([
      floorChoices(actor),
      menteeCandidates(actor, { text: q, floorId: floor }),
      Promise.resolve().then(() => authorize("enrollments.enrollMentees", stands)),
    ]),
  );
  const closed = enrollRefusal(cohort, cohort.today);
  if (closed) return <Banner title={<SentenceText of={closed} />} />;
  return (
    <Words of={["cohorts.enroll", "cohorts.pick", "cohorts.invalid", "cohorts.refused", "errors"]}>
      <EnrollForm cohortId={cohortId} floors={floors} candidates={candidates} />
    </Words>
  );
}
