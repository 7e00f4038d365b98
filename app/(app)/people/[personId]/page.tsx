import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AccountPanel } from "@/components/people/account-panel";
import { ChangePersonForm } from "@/components/people/change-person-form";
import { GrantsForm } from "@/components/people/grants-form";
import { PersonState } from "@/components/people/person-state";
import { ProfileFacts } from "@/components/people/profile-facts";
import { Words } from "@/components/shell/words";
import { History } from "@/components/ui/history";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { orNotFound, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { floorNames } from "@/lib/floors/queries";
import { personHistory } from "@/lib/history/queries";
import { getPerson, managerSuggestions, type ShownPerson } from "@/lib/people/queries";
import { timeZoneChoices } from "@/lib/people/rules";
import { may } from "@/lib/permissions";

type Props = { params: Promise<{ personId: string }> };

async function asked({ params }: Props) {
  const actor = await requireActor();
  const { personId } = await params;
  if (!z.uuid().safeParse(personId).success) notFound();
  return { actor, person: await orNotFound(getPerson(actor, personId)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await asked(props)).person.name };
}

export default async function PersonPage(props: Props) {
  const { actor, person } = await asked(props);
  const t = await getTranslations("people");
  const administers = may(standing(actor), "people.changePerson");
  return (
    <Words of={["people", "errors", "sign-ins.refused"]}>
      <PageHeader
        crumbs={[{ href: "/people", label: t("title") }]}
        title={<bdi>{person.name}</bdi>}
        status={<PersonState state={person.state} />}
        description={<Manages person={person} />}
      />
      {administers ? (
        <Administration actor={actor} person={person} />
      ) : (
        <Panel title={t("profile.title")} className="max-w-3xl">
          <ProfileFacts person={person} />
        </Panel>
      )}
    </Words>
  );
}

async function Manages({ person }: { person: ShownPerson }) {
  if (person.managedFloors.length === 0) return person.title;
  const t = await getTranslations("people");
  return (
    <>
      {person.title && `${person.title} · `}
      {t("manages")}{" "}
      {person.managedFloors.map((floor, index) => (
        <span key={floor.id}>
          {index > 0 && ", "}
          <Link href={`/floors/${floor.id}`} className="link">
            {floor.name}
          </Link>
        </span>
      ))}
    </>
  );
}

async function Administration({ actor, person }: { actor: Actor; person: ShownPerson }) {
  const [t, floors, managers, history] = await Promise.all([
    getTranslations("people"),
    floorNames(actor),
    orNotFound(managerSuggestions(actor)),
    orNotFound(personHistory(actor, person.id)),
  ]);
  const { name, email, title, floor, manager, hireDate, timeZone, grants } = person;
  const profile = {
    name,
    email,
    title: title ?? "",
    floorId: floor?.id ?? "",
    managerEmail: manager?.email ?? "",
    hireDate: hireDate ?? "",
    timeZone,
  };
  const now = clock.now();
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Panel title={t("profile.title")}>
        <ChangePersonForm
          personId={person.id}
          profile={profile}
          choices={{ floors, managers, zones: timeZoneChoices(timeZone) }}
        />
      </Panel>
      <div className="grid gap-5 lg:row-span-2">
        <AccountPanel person={person} self={person.id === actor.personId} now={now} zone={actor.timeZone} />
        <Panel title={t("grants.title")} description={t("grants.description")}>
          <GrantsForm key={grants.join()} personId={person.id} grants={grants} />
        </Panel>
      </div>
      <Panel
        title={t("history")}
        footer={
          history.next && (
            <Link href={`/settings/audit?who=${person.id}`} className="link">
              {t("wholeHistory")}
            </Link>
          )
        }
      >
        {history.entries.length > 0 ? (
          <History label={t("history")} entries={history.entries} now={now} zone={actor.timeZone} />
        ) : (
          <p className="text-body text-ink-soft">{t("noHistory")}</p>
        )}
      </Panel>
    </div>
  );
}
