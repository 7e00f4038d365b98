import { subHours } from "date-fns";
import { useTranslations } from "next-intl";
import { Checklist } from "../ui/checklist";
import { Definition, Definitions } from "../ui/definition-list";
import { History } from "../ui/history";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";

const shapes = ["relative", "clock", "date", "both"] as const;

/** What is known of one thing: facts, steps, what happened to it and when. */
export function Facts({ now, zone }: { now: Date; zone: string }) {
  const t = useTranslations("design.data");
  return (
    <div className="grid gap-5 lg:grid-cols-3">
      <Panel title={t("facts")}>
        <Definitions columns={2}>
          <Definition term={t("organizer")}>Amara Okafor</Definition>
          <Definition term={t("program")}>{t("programName")}</Definition>
          <Definition term={t("zone")}>{zone}</Definition>
          <Definition term={t("room")} />
        </Definitions>
      </Panel>
      <Panel title={t("steps")}>
        <Checklist
          label={t("steps")}
          items={[
            { done: true, label: t("stepFloors"), href: "/floors" },
            { done: false, label: t("stepPeople"), href: "/people", hint: t("stepPeopleHint") },
            { done: false, label: t("stepCohort"), href: "/cohorts/new" },
            { done: false, label: t("stepLaunch") },
          ]}
        />
      </Panel>
      <Panel title={t("history")}>
        <History
          label={t("history")}
          now={now}
          zone={zone}
          entries={[
            {
              id: "1",
              at: subHours(now, 2),
              who: "Amara Okafor",
              sentence: t("approved", { name: "Amara Okafor" }),
            },
            {
              id: "2",
              at: subHours(now, 26),
              who: "王小明",
              sentence: t("declined", { name: "王小明" }),
              why: t("why"),
            },
            { id: "3", at: subHours(now, 90), sentence: t("expired") },
          ]}
        />
      </Panel>
      <Panel title={t("moments")} className="lg:col-span-3">
        <Definitions columns={2}>
          {shapes.map((show) => (
            <Definition key={show} term={t(show)}>
              <Time at={subHours(now, 26)} now={now} zone={zone} show={show} />
            </Definition>
          ))}
        </Definitions>
      </Panel>
    </div>
  );
}
