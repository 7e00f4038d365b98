import { useTranslations } from "next-intl";
import { dayAt, minuteAt, timeOf } from "@/lib/dates";
import { recordAttendance } from "@/lib/training/actions";
import type { Trainee, Training, TrainingDay } from "@/lib/training/queries";
import { dayRefusal, isInTraining } from "@/lib/training/rules";
import { ActionButton } from "../ui/action-button";
import { Panel } from "../ui/panel";
import { DayFacts } from "./day-facts";
import { PlanDay } from "./plan-day";

const both = [1, 2] as const;

/** The training days of a cohort: planned, moved, and how many were there; in one press everybody was. */
export function DaysPanel({
  training,
  now,
  zone,
  suggested,
}: {
  training: Training;
  now: Date;
  zone: string;
  suggested: Parameters<typeof PlanDay>[0]["planned"]["day"];
}) {
  const t = useTranslations("training.day");
  const { cohort, mentors } = training;
  const open = dayRefusal({ startsAt: new Date(0), endsAt: now, attended: 0 }, cohort.state) === null;
  const unplanned = both.find((number) => cohort.training.every((day) => day.number !== number));
  const defaults = { day: suggested, startTime: "09:00", endTime: "16:00", place: "" };
  return (
    <Panel
      flush
      title={t("title")}
      description={t("what")}
      actions={
        open &&
        unplanned && (
          <PlanDay
            key={unplanned}
            moves={false}
            planned={{ cohortId: cohort.id, number: unplanned, ...defaults }}
          />
        )
      }
    >
      {cohort.training.length === 0 && (
        <p className="border-t border-line px-4 py-4 text-body text-ink-soft md:px-5">{t("none")}</p>
      )}
      <ul>
        {cohort.training.map((day) => (
          <li key={day.id} className="grid gap-2 border-t border-line px-4 py-3 md:px-5">
            <DayFacts day={day} zone={zone} />
            <Attended {...{ cohort, day, mentors, now, open }} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Attended({
  cohort,
  day,
  mentors,
  now,
  open,
}: {
  cohort: Training["cohort"];
  day: TrainingDay;
  mentors: Trainee[];
  now: Date;
  open: boolean;
}) {
  const t = useTranslations("training.day");
  const wasThere = (one: Trainee) => one.trainingAttendances.some(({ dayId }) => dayId === day.id);
  const there = mentors.filter(wasThere).length;
  const missing = mentors.filter((one) => isInTraining(one) && !wasThere(one)).map(({ id }) => id);
  const begun = now >= day.startsAt;
  const minutes = (at: Date) => timeOf(minuteAt(at, cohort.timeZone));
  return (
    <div className="flex flex-wrap items-center gap-2 text-body">
      <p className="mr-auto text-ink-soft">
        {begun ? t("attended", { there, all: mentors.length }) : t("begins")}
      </p>
      {open && there === 0 && (
        <PlanDay
          key={`${day.startsAt.getTime()} ${day.place}`}
          moves
          planned={{
            cohortId: cohort.id,
            number: day.number === 1 ? 1 : 2,
            day: dayAt(day.startsAt, cohort.timeZone),
            startTime: minutes(day.startsAt),
            endTime: minutes(day.endsAt),
            place: day.place,
          }}
        />
      )}
      {begun && missing.length > 0 && (
        <ActionButton
          size="small"
          action={recordAttendance}
          input={{ dayId: day.id, nominationIds: missing, attended: true }}
          undo={{
            action: recordAttendance,
            input: { dayId: day.id, nominationIds: missing, attended: false },
          }}
          done={t("everybodyDone", { count: missing.length })}
        >
          {t("everybody")}
        </ActionButton>
      )}
    </div>
  );
}
