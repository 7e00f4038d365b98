import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignOffForm } from "@/components/cohorts/sign-off-form";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { getCohort } from "@/lib/cohorts/queries";
import { isBeforeLaunch } from "@/lib/cohorts/rules";
import { pickSearch } from "@/lib/cohorts/schema";
import { signOffCandidates } from "@/lib/sign-offs/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohorts.signOffs");
  return { title: t("ask") };
}

export default async function SignOffPage(props: PageProps<"/cohorts/[cohortId]/sign-off">) {
  const actor = await requireActor();
  const cohortId = pageId((await props.params).cohortId);
  const { q } = pickSearch.parse(await props.searchParams);
  const [cohort, candidates, t] = await orNotFound(
    Promise.all([
      getCohort(actor, cohortId),
      signOffCandidates(actor, cohortId, q),
      getTranslations("cohorts.refused"),
    ]),
  );
  if (!isBeforeLaunch(cohort.state)) return <Banner title={t("launchedAlready")} />;
  return (
    <Words of={["cohorts.signOffs", "cohorts.pick", "cohorts.invalid", "cohorts.refused", "errors"]}>
      <SignOffForm cohortId={cohortId} candidates={candidates} />
    </Words>
  );
}
