import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type NudgeCalendar, nudgedUntil } from "@/lib/nudges/rules";
import type { Waiting } from "@/lib/nudges/waiting";
import { DayWords } from "../cohorts/day-words";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { Time } from "../ui/time";
import { NudgeButton } from "./nudge-button";

type When = { now: Date; zone: string; calendar: NudgeCalendar };

/** Who has the next step of a cohort's mentor supply, and since when; whoever is not oneself can be nudged. */
export function WaitingPanel({ waiting, ...when }: { waiting: Waiting[] } & When) {
  const t = useTranslations("nudges");
  if (waiting.length === 0) {
    return (
      <Panel title={t("title")} flush>
        <EmptyState icon={<CircleCheck />} title={t("nobody")}>
          {t("nobodyWhy")}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title={t("title")} description={t("what")} flush>
      <Table caption={t("title")}>
        <Head>
          <HeadCell>{t("who")}</HeadCell>
          <HeadCell>{t("step")}</HeadCell>
          <HeadCell>{t("since")}</HeadCell>
          <HeadCell end>
            <span className="sr-only">{t("action")}</span>
          </HeadCell>
        </Head>
        <tbody>
          {waiting.map((one) => (
            <WaitingRow key={one.id} of={one} {...when} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function WaitingRow({ of: one, now, zone, calendar }: { of: Waiting } & When) {
  const t = useTranslations("nudges");
  const again = nudgedUntil(one, now, calendar);
  const finishes = one.who === "organizers" && (one.step === "begin" || one.step === "complete");
  const nudges =
    one.who !== "organizers" && !one.paused && !(one.who === "managers" && one.managers.length === 0);
  return (
    <Row>
      <Cell head>
        <Who of={one} />
      </Cell>
      <Cell label={t("step")}>
        {t(`steps.${finishes ? "finish" : one.step}`, { person: one.person ?? "" })}
        {one.missing && (
          <span className="block max-w-96 text-sm text-ink-soft md:text-xs">
            <SentenceText of={one.missing} />
          </span>
        )}
      </Cell>
      <Cell label={t("since")}>
        <Time at={one.since} zone={zone} now={now} />
      </Cell>
      <Cell end>
        {nudges && again && (
          <span className="text-sm text-ink-soft">
            {t.rich("nudgedUntil", { day: () => <DayWords day={again} /> })}
          </span>
        )}
        {nudges && !again && one.who !== "organizers" && (
          <NudgeButton of={one.who} id={one.id} name={one.person ?? one.floor} />
        )}
      </Cell>
    </Row>
  );
}

function Who({ of: { who, floor, managers, standIns, person, paused } }: { of: Waiting }) {
  const t = useTranslations("nudges");
  if (who === "organizers") return t("organizers");
  if (who === "mentor") {
    return (
      <>
        <bdi>{person}</bdi>
        <span className="block text-sm font-normal text-ink-soft md:text-xs">
          {floor}
          {paused && ` · ${t("paused")}`}
        </span>
      </>
    );
  }
  if (managers.length === 0) return t("unmanaged", { floor });
  const names = [...managers, ...standIns.map((one) => t("standsIn", one))];
  return t("managers", { floor, managers: names.join(", ") });
}
