import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { PlanByDay } from "@/components/programs/plan-by-day";
import { ProgramMilestones } from "@/components/programs/program-milestones";
import { Expectations, ProgramPurpose, ProgramSkills } from "@/components/programs/program-parts";
import { RubricTable } from "@/components/programs/rubric-table";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { getProgram } from "@/lib/programs/queries";

type Props = { params: Promise<{ programId: string }> };

async function asked({ params }: Props) {
  const actor = await requireActor();
  const { programId } = await params;
  return { actor, program: await orNotFound(getProgram(actor, pageId(programId))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { program } = await asked(props);
  return { title: program.name };
}

export default async function ProgramPage(props: Props) {
  const [{ actor, program }, t, format] = await Promise.all([
    asked(props),
    getTranslations("programs"),
    getFormatter(),
  ]);
  const { version } = program;
  const date = version.publishedAt
    ? format.dateTime(version.publishedAt, { timeZone: actor.timeZone, dateStyle: "medium" })
    : "";
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/programs", label: t("title") }]}
        title={program.name}
        description={t("page.published", { number: version.number, date })}
        actions={
          <>
            <PrintButton>{t("page.print")}</PrintButton>
            <Link href="/cohorts/new" className={buttonClass({ tone: "primary" })}>
              {t("page.planCohort")}
            </Link>
          </>
        }
      />
      <PartLinks />
      <div className="grid gap-5">
        <ProgramPurpose version={version} />
        <PlanByDay version={version} />
        <ProgramMilestones version={version} />
        <ProgramSkills version={version} />
        <Expectations version={version} />
        <RubricTable rubric={version.rubric} />
      </div>
    </>
  );
}

async function PartLinks() {
  const t = await getTranslations("programs.page");
  const parts = ["purpose", "objectives", "plan", "milestones", "skills", "expectations", "rubric"] as const;
  return (
    <nav aria-label={t("parts")} data-screen-only className="mb-5">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-body">
        {parts.map((part) => (
          <li key={part}>
            <a href={`#${part}`} className="link inline-block py-1.5 md:py-0">
              {t(part)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
