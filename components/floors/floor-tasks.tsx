import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FloorMentee } from "@/lib/floors/queries";
import type { FloorList } from "@/lib/mentor-lists/queries";
import { DayWords } from "../cohorts/day-words";
import { ListStatus } from "../mentors/mentor-state";
import { buttonClass } from "../ui/button";
import { Time } from "../ui/time";

export type FloorTask = { list: FloorList } | { mentee: FloorMentee };

/** What a list waits for: people, decisions, or to be submitted. */
function waitsFor(list: FloorList): "propose" | "decide" | "submit" {
  if (list.people === 0) return "propose";
  return list.proposed > 0 ? "decide" : "submit";
}

/** The next things of a floor manager, each with the button that does it: lists first, then people who struggle. */
export function FloorTasks({ tasks, now, zone }: { tasks: FloorTask[]; now: Date; zone: string }) {
  return (
    <ul className="divide-y divide-line border-t border-line">
      {tasks.map((task, index) =>
        "list" in task ? (
          <ListTask key={task.list.id} list={task.list} first={index === 0} now={now} zone={zone} />
        ) : (
          <MenteeTask key={task.mentee.enrollmentId} mentee={task.mentee} first={index === 0} />
        ),
      )}
    </ul>
  );
}

function ListTask({ list, first, now, zone }: { list: FloorList; first: boolean; now: Date; zone: string }) {
  const t = useTranslations("floors.tasks");
  const step = waitsFor(list);
  const title = t(`what.${step}`, { count: list.proposed, cohort: list.cohort.name });
  return (
    <Task
      title={title}
      status={now > list.dueAt && <ListStatus list={list} now={now} />}
      href={`/floors/${list.floor.id}/lists/${list.id}`}
      label={t(`do.${step}`)}
      first={first}
    >
      {list.floor.name} · {t("due")} <Time at={list.dueAt} zone={zone} show="both" /> (
      <Time at={list.dueAt} zone={zone} now={now} />)
    </Task>
  );
}

function MenteeTask({ mentee, first }: { mentee: FloorMentee; first: boolean }) {
  const t = useTranslations("floors.tasks");
  return (
    <Task
      title={t("what.look", { mentee: mentee.name })}
      href={`/mentees/${mentee.enrollmentId}`}
      label={t("do.look")}
      first={first}
    >
      {t("struggles", { mentor: mentee.mentor ?? t("mentor") })}
      {mentee.lastLog && (
        <>
          {" "}
          · <DayWords day={mentee.lastLog.day} />
        </>
      )}
    </Task>
  );
}

function Task({
  title,
  status,
  href,
  label,
  first,
  children,
}: {
  title: string;
  status?: ReactNode;
  href: string;
  label: string;
  first: boolean;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2.5 px-4 py-3.5 md:px-5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base font-medium">
          <bdi>{title}</bdi>
          {status}
        </p>
        <p className="text-body text-ink-soft">{children}</p>
      </div>
      <Link
        href={href}
        className={buttonClass({ tone: first ? "primary" : "plain" })}
        aria-label={`${label}: ${title}`}
      >
        {label}
      </Link>
    </li>
  );
}
