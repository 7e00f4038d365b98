import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { KeptApart } from "@/components/do-not-pair/kept-apart";
import { LoadPanel } from "@/components/mentor-loads/load-panel";
import { CohortRecords } from "@/components/mentors/cohort-records";
import { IntroductionCard } from "@/components/mentors/introduction-card";
import { SkillsGained } from "@/components/mentors/skills-gained";
import { StudyPanel } from "@/components/own-study/study-panel";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { dayAt } from "@/lib/dates";
import { keptApartFrom } from "@/lib/do-not-pair/queries";
import { mentorLoad } from "@/lib/mentor-loads/queries";
import { ownStudy } from "@/lib/own-study/queries";
import { averageRating, introductionCard, mentorRecord, skillsGained } from "@/lib/profiles/queries";

type Props = { params: Promise<{ personId: string }> };

async function asked({ params }: Props) {
  const actor = await requireActor();
  const { personId } = await params;
  return { actor, card: await orNotFound(introductionCard(actor, pageId(personId))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await asked(props)).card.name };
}

export default async function MentorPage(props: Props) {
  const [{ actor, card }, t] = await Promise.all([asked(props), getTranslations("profiles")]);
  const { id, name, own, told } = card;
  const [wishes, record, rating, load, skills, study] = await orNotFound(
    Promise.all([
      own ? keptApartFrom(actor, id) : null,
      mentorRecord(actor, id),
      averageRating(actor, id),
      mentorLoad(actor, id),
      skillsGained(actor, id),
      ownStudy(actor, id),
    ]),
  );
  const today = dayAt(clock.now(), actor.timeZone);
  const edit = (
    <Link href={`/mentors/${id}/edit`} className={buttonClass({ tone: "primary" })}>
      {t(told ? "edit" : "write")}
    </Link>
  );
  return (
    <Words of={["errors", "do-not-pair", "mentor-loads", "own-study"]}>
      <PageHeader
        crumbs={own ? [{ href: "/nominations", label: t("all") }] : []}
        title={t("title")}
        actions={own && edit}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="grid gap-5">
          <Panel>
            <div className="grid gap-5">
              {!told && (
                <Banner tone="info" title={t("empty.title")}>
                  {own ? t("empty.own") : t("empty.other", { name })}
                </Banner>
              )}
              <IntroductionCard card={card} />
            </div>
          </Panel>
          {record && <CohortRecords records={record} rating={rating} name={name} own={own} />}
          {skills && <SkillsGained skills={skills} name={name} own={own} />}
          {study && <StudyPanel study={study} name={name} own={own} today={today} />}
        </div>
        <div className="grid gap-5">
          {load && <LoadPanel personId={id} load={load} own={own} zone={actor.timeZone} />}
          {wishes && <Wishes person={card} wishes={wishes} />}
        </div>
      </div>
    </Words>
  );
}

async function Wishes({
  person,
  wishes,
}: {
  person: { id: string; name: string };
  wishes: Awaited<ReturnType<typeof keptApartFrom>>;
}) {
  const t = await getTranslations("do-not-pair");
  const { id, name } = person;
  return (
    <Panel title={t("title")} description={t("why")}>
      <KeptApart person={{ id, name }} wishes={wishes} own />
    </Panel>
  );
}
