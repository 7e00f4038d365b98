import { Users } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DayWords } from "@/components/cohorts/day-words";
import { DelegatesPanel } from "@/components/delegates/delegates-panel";
import { FloorCohortPanel } from "@/components/floors/floor-cohort";
import { FloorSettings } from "@/components/floors/floor-settings";
import { ListTable } from "@/components/mentors/list-table";
import { Words } from "@/components/shell/words";
import { PersonLine } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "@/components/ui/table";
import { standing, standingToFloor } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { delegateChoices, delegatesOfFloor } from "@/lib/delegates/queries";
import { floorMentees, floorPeople, getFloor, managerChoices } from "@/lib/floors/queries";
import { listsOfFloors } from "@/lib/mentor-lists/queries";
import { may } from "@/lib/permissions";

type Props = {
  params: Promise<{ floorId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const name = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\p{Cc}]*$/u)
  .optional()
  .catch(undefined);

/** What the address may ask for: the people after one, and a name among those who could manage the floor or stand in. */
const asks = z.object({ after: z.uuid().optional().catch(undefined), find: name, stand: name });

async function asked({ params }: Props) {
  const actor = await requireActor();
  const { floorId } = await params;
  return { actor, floor: await orNotFound(getFloor(actor, pageId(floorId))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { floor } = await asked(props);
  return { title: floor.name };
}

export default async function FloorPage(props: Props) {
  const { actor, floor } = await asked(props);
  const { after, find, stand } = asks.parse(await props.searchParams);
  const [t, lists, cohorts] = await Promise.all([
    getTranslations("floors"),
    listsOfFloors(actor, [floor.id]),
    floorMentees(actor, [floor.id]),
  ]);
  const managers = floor.managers.map((manager) => manager.name).join(", ");
  const sets = may(standingToFloor(actor, floor.id), "floors.setFloorManagers");
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/floors", label: t("title") }]}
        title={floor.name}
        description={managers ? t("page.managed", { names: managers }) : t("noManagers")}
      />
      <div className="grid gap-5">
        {lists.length > 0 && (
          <Panel title={t("page.lists")} flush>
            <ListTable lists={lists} now={clock.now()} zone={actor.timeZone} />
          </Panel>
        )}
        {cohorts.map((cohort) => (
          <FloorCohortPanel key={cohort.id} cohort={cohort} severalFloors={false} />
        ))}
        <StandingIn actor={actor} floorId={floor.id} search={stand} />
        {sets && <Settings actor={actor} floor={floor} search={find} />}
        <People actor={actor} floorId={floor.id} after={after} />
      </div>
    </>
  );
}

async function Settings({
  actor,
  floor,
  search,
}: {
  actor: Actor;
  floor: Awaited<ReturnType<typeof getFloor>>;
  search: string | undefined;
}) {
  const choices = await managerChoices(actor, floor.id, search);
  return (
    <Words of={["floors", "errors"]}>
      <FloorSettings floor={floor} choices={choices} {...(search ? { search } : {})} />
    </Words>
  );
}

async function StandingIn({
  actor,
  floorId,
  search,
}: {
  actor: Actor;
  floorId: string;
  search: string | undefined;
}) {
  const [delegates, choices] = await Promise.all([
    delegatesOfFloor(actor, floorId),
    delegateChoices(actor, floorId, search),
  ]);
  return (
    <Words of={["delegates", "errors", "mentors.invalid"]}>
      <DelegatesPanel {...{ floorId, delegates, choices }} {...(search ? { search } : {})} />
    </Words>
  );
}

async function People({
  actor,
  floorId,
  after,
}: {
  actor: Actor;
  floorId: string;
  after: string | undefined;
}) {
  const [t, { people, next }] = await Promise.all([
    getTranslations("floors"),
    floorPeople(actor, floorId, after),
  ]);
  const address = `/floors/${floorId}`;
  const opens = may(standing(actor), "people.seeDirectory");
  return (
    <Panel title={t("people")} flush>
      {people.length === 0 ? (
        <EmptyState icon={<Users />} title={t("page.nobody")}>
          {t("page.nobodyWhy")}
        </EmptyState>
      ) : (
        <Table caption={t("people")}>
          <Head>
            <HeadCell>{t("name")}</HeadCell>
            <HeadCell>{t("page.role")}</HeadCell>
            <HeadCell>{t("page.since")}</HeadCell>
          </Head>
          <tbody>
            {people.map((person) => (
              <Row key={person.id}>
                <Cell head>
                  <PersonLine name={person.name}>
                    {opens ? <Link href={`/people/${person.id}`}>{person.name}</Link> : person.name}
                  </PersonLine>
                </Cell>
                <Cell label={t("page.role")}>{person.title}</Cell>
                <Cell label={t("page.since")}>
                  {person.hireDate && <DayWords day={person.hireDate} year />}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <div className="px-4 md:px-5">
        <Pagination
          {...(after ? { previousHref: address } : {})}
          {...(next ? { nextHref: `${address}?after=${next}` } : {})}
        />
      </div>
    </Panel>
  );
}
