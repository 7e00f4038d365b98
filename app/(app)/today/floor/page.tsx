import { Sprout } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FloorCohortPanel } from "@/components/floors/floor-cohort";
import { FloorTasks } from "@/components/floors/floor-tasks";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { floorMentees, managedFloors } from "@/lib/floors/queries";
import { listsOfFloors } from "@/lib/mentor-lists/queries";

/** As many things as somebody takes in at a glance. */
const nextThings = 3;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("floors.today");
  return { title: t("title") };
}

export default async function FloorTodayPage() {
  const actor = await requireActor();
  if (!actor.hats.includes("floor")) notFound();
  const [t, floors, lists, cohorts] = await Promise.all([
    getTranslations("floors.today"),
    managedFloors(actor),
    listsOfFloors(actor, actor.managedFloorIds),
    floorMentees(actor, actor.managedFloorIds),
  ]);
  const open = lists.filter((list) => list.state !== "SUBMITTED");
  const struggling = cohorts
    .flatMap((cohort) => cohort.mentees)
    .filter((mentee) => mentee.lastLog?.progress === "STRUGGLING");
  const tasks = [...open.map((list) => ({ list })), ...struggling.map((mentee) => ({ mentee }))];
  const more = open.length - nextThings;
  const first = floors[0];
  return (
    <>
      <PageHeader title={t("title")} description={floors.map((floor) => floor.name).join(", ")} />
      <div className="grid gap-5">
        <Panel
          title={t("next")}
          flush={tasks.length > 0}
          footer={
            more > 0 && first ? (
              <Link href={floors.length > 1 ? "/floors" : `/floors/${first.id}`} className="link">
                {t("more", { count: more })}
              </Link>
            ) : undefined
          }
        >
          {tasks.length > 0 ? (
            <FloorTasks tasks={tasks.slice(0, nextThings)} now={clock.now()} zone={actor.timeZone} />
          ) : (
            <p className="text-body text-ink-soft">{t("nothing")}</p>
          )}
        </Panel>
        {cohorts.map((cohort) => (
          <FloorCohortPanel key={cohort.id} cohort={cohort} severalFloors={floors.length > 1} />
        ))}
        {cohorts.length === 0 && (
          <Panel title={t("mentees")}>
            <EmptyState icon={<Sprout />} title={t("nobody")} className="py-7">
              {t("nobodyWhy")}
            </EmptyState>
          </Panel>
        )}
      </div>
    </>
  );
}
