import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeptApart } from "@/components/do-not-pair/kept-apart";
import { IntakeFacts } from "@/components/intakes/intake-facts";
import { IntakeState } from "@/components/intakes/intake-list";
import { MenteePart } from "@/components/intakes/mentee-part";
import { TrainerPart } from "@/components/intakes/trainer-part";
import { Words } from "@/components/shell/words";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { keptApartFrom } from "@/lib/do-not-pair/queries";
import { getIntake, type ShownIntake } from "@/lib/intakes/queries";

type Props = { params: Promise<{ enrollmentId: string }> };

const clientWords = [
  "errors",
  "intakes.mentee",
  "intakes.trainer",
  "intakes.refused",
  "profiles.invalid",
  "matching.learningStyle",
  "matching.communicationStyle",
  "matching.variety",
  "do-not-pair",
] as const;

async function asked({ params }: Props) {
  const actor = await requireActor();
  const { enrollmentId } = await params;
  return { actor, intake: await orNotFound(getIntake(actor, pageId(enrollmentId))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ intake }, t] = await Promise.all([asked(props), getTranslations("intakes")]);
  return { title: intake.own ? t("titleOwn") : t("of", { name: intake.person.name }) };
}

export default async function IntakePage(props: Props) {
  const [{ actor, intake }, t] = await Promise.all([asked(props), getTranslations("intakes")]);
  const { person, own } = intake;
  const wishes = intake.mayKeepApart ? await orNotFound(keptApartFrom(actor, person.id)) : null;
  const record = { href: `/mentees/${intake.enrollmentId}`, label: person.name };
  return (
    <Words of={clientWords}>
      <PageHeader
        crumbs={intake.seesRecord ? [record] : [{ href: "/intakes", label: t("list.all") }]}
        title={own ? t("titleOwn") : <bdi>{t("of", { name: person.name })}</bdi>}
        status={<IntakeState intake={intake} />}
        description={own ? t("why") : t("whyOther")}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <Parts intake={intake} writerId={actor.personId} />
        {wishes && (
          <Panel title={t("apart")} description={t("apartWhy")}>
            <KeptApart person={person} wishes={wishes} own={own} />
          </Panel>
        )}
      </div>
    </Words>
  );
}

/** Each part as a form for whoever fills it in; who fills in nothing, or not all, reads what is there. */
async function Parts({ intake, writerId }: { intake: ShownIntake; writerId: string }) {
  const t = await getTranslations("intakes");
  const { own, mayFillMenteePart, mayFillTrainerPart } = intake;
  return (
    <div className="grid min-w-0 gap-5">
      {mayFillTrainerPart && (
        <Panel title={t("trainer.title")} description={t("trainer.why")}>
          <TrainerPart intake={intake} />
        </Panel>
      )}
      {mayFillMenteePart && (
        <Panel title={t(own ? "mentee.titleOwn" : "mentee.title")}>
          <MenteePart intake={intake} writerId={writerId} />
        </Panel>
      )}
      {!(mayFillMenteePart && (mayFillTrainerPart || own)) && (
        <Panel title={t("known")}>
          <IntakeFacts intake={intake} />
        </Panel>
      )}
    </div>
  );
}
