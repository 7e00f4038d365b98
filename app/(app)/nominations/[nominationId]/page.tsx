import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AnswerInvitation } from "@/components/mentors/answer-invitation";
import { Commitment, Expectations } from "@/components/mentors/expectations";
import { NominationNews } from "@/components/mentors/nomination-news";
import { NominationWay } from "@/components/mentors/nomination-way";
import { WithdrawSelf } from "@/components/mentors/withdraw-self";
import { Words } from "@/components/shell/words";
import { PersonLine } from "@/components/ui/avatar";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { getOwnNomination, type OwnNomination } from "@/lib/mentors/queries";
import { answerRefusal, cohortRefusal, decisionRefusal, untrainable } from "@/lib/mentors/rules";

type Props = { params: Promise<{ nominationId: string }> };

const parts = ["refused", "invalid", "answer", "leave"] as const;
const clientWords = ["errors", ...parts.map((part) => `mentors.${part}` as const)] as const;

async function asked({ params }: Props) {
  const actor = await requireActor();
  const { nominationId } = await params;
  return { actor, nomination: await orNotFound(getOwnNomination(actor, pageId(nominationId))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ nomination }, t] = await Promise.all([asked(props), getTranslations("mentors.own")]);
  return { title: t("title", { cohort: nomination.cohort.name }) };
}

export default async function NominationPage(props: Props) {
  const [{ actor, nomination }, t, over] = await Promise.all([
    asked(props),
    getTranslations("mentors.own"),
    getTranslations("capacities"),
  ]);
  const { cohort, decision, pairings, id } = nomination;
  const now = clock.now();
  const approved = decision === "APPROVED";
  const canAnswer = answerRefusal(nomination, "ACCEPTED", now) === null;
  const mayLeave = decisionRefusal(decision, "WITHDRAWN") === null && cohortRefusal(cohort.state) === null;
  const terms = approved ? { hours: nomination.hoursPerWeek, capacity: nomination.capacity } : {};
  return (
    <Words of={clientWords}>
      <PageHeader
        crumbs={[{ href: "/nominations", label: t("all") }]}
        title={t("title", { cohort: cohort.name })}
        description={t("who", {
          floor: nomination.list.floor.name,
          organizers: cohort.organizers.join(", "),
        })}
      />
      <div className="grid gap-5">
        <NominationNews nomination={nomination} now={now} zone={actor.timeZone} />
        <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
          <Panel
            title={t("expected")}
            description={cohort.purpose}
            footer={canAnswer && <AnswerInvitation nominationId={id} />}
          >
            <div className="grid gap-5">
              <Commitment startsOn={cohort.startsOn} endsOn={cohort.endsOn} {...terms} />
              {nomination.overCapReason && (
                <p className="text-body text-ink-soft">
                  {over("over", { reason: nomination.overCapReason })}
                </p>
              )}
              <Expectations will={cohort.mentorWill} wont={cohort.mentorWont} />
              <TrainingTopics
                topics={cohort.trainingTopics}
                href={untrainable(nomination) ? null : `/nominations/${id}/training`}
              />
            </div>
          </Panel>
          <div className="grid gap-5">
            <Mentees pairings={pairings} />
            {decision !== "WITHDRAWN" && decision !== "DECLINED" && (
              <Panel
                title={t("way.title")}
                footer={
                  mayLeave && !canAnswer && <WithdrawSelf nominationId={id} mentees={pairings.length} />
                }
              >
                <NominationWay nomination={nomination} />
              </Panel>
            )}
          </div>
        </div>
      </div>
    </Words>
  );
}

/** What the training is about, and the way to it for somebody who said yes. */
async function TrainingTopics({ topics, href }: { topics: string[]; href: string | null }) {
  const t = await getTranslations("mentors.own");
  return (
    <div>
      {topics.length > 0 && (
        <>
          <h3 className="mb-1.5 text-body font-medium">{t("topics")}</h3>
          <ul className="grid list-disc gap-1 pl-5 text-body">
            {topics.map((topic) => (
              <li key={topic}>{topic}</li>
            ))}
          </ul>
        </>
      )}
      {href && (
        <Link className="link mt-2 inline-block py-1.5 text-body md:py-0" href={href}>
          {t("toTraining")}
        </Link>
      )}
    </div>
  );
}

async function Mentees({ pairings }: { pairings: OwnNomination["pairings"] }) {
  const t = await getTranslations("mentors.own");
  if (pairings.length === 0) return null;
  return (
    <Panel title={t("mentees", { count: pairings.length })}>
      <ul className="grid gap-3">
        {pairings.map(({ id, kind, enrollment }) => (
          <li key={id}>
            <PersonLine
              name={enrollment.person.name}
              detail={t(`mentee.${kind}`, { title: enrollment.person.title ?? "" })}
            >
              <Link className="link" href={`/pairings/${id}`}>
                {enrollment.person.name}
              </Link>
            </PersonLine>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
