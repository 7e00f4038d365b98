import { useTranslations } from "next-intl";
import type { StatedLoad } from "@/lib/mentor-loads/queries";
import { loadWarnings, usualWeek } from "@/lib/mentors/load";
import { DayWords } from "../cohorts/day-words";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { Time } from "../ui/time";
import { LoadWarnings } from "./load-warnings";
import { SellingForm } from "./selling-form";

/** A mentor's hours in the weeks ahead: protected, planned, with own customers, and what is too much of it. */
export function LoadPanel({
  personId,
  load,
  own,
  zone,
}: {
  personId: string;
  load: StatedLoad & { states: boolean };
  own: boolean;
  zone: string;
}) {
  const t = useTranslations("mentor-loads");
  const { selling, working, stated, version } = load;
  return (
    <Panel title={t("title")} description={t("what", { own: own ? "yes" : "no" })}>
      <div className="grid gap-5">
        {loadWarnings(load).length > 0 ? (
          <LoadWarnings of={load} />
        ) : (
          <p className="text-body text-ink-soft">{t("fits")}</p>
        )}
        <Weeks load={load} />
        <div className="grid gap-1 text-body">
          <p>
            {selling === null ? t("notStated") : t("selling", { hours: selling })}
            {stated && (
              <span className="block text-sm text-ink-soft">
                {t("statedBy", { name: stated.by })} <Time at={stated.at} zone={zone} show="both" />
              </span>
            )}
          </p>
          <p className="text-sm text-ink-soft">
            {t("working", { hours: working ?? usualWeek, known: working === null ? "no" : "yes" })}
          </p>
        </div>
        {load.states && <SellingForm key={version} personId={personId} selling={selling} version={version} />}
      </div>
    </Panel>
  );
}

function Weeks({ load: { weeks } }: { load: StatedLoad }) {
  const t = useTranslations("mentor-loads.weeks");
  return (
    <div className="-mx-4 md:-mx-5">
      <Table caption={t("caption")} phone="scroll" density="compact">
        <Head>
          <HeadCell>{t("week")}</HeadCell>
          <HeadCell end>{t("protected")}</HeadCell>
          <HeadCell end>{t("planned")}</HeadCell>
        </Head>
        <tbody>
          {weeks.map(({ week, protectedHours, plannedHours }) => (
            <Row key={week}>
              <Cell head>
                <DayWords day={week} />
              </Cell>
              <Cell label={t("protected")} end>
                {t("hours", { hours: protectedHours })}
              </Cell>
              <Cell label={t("planned")} end>
                {t("hours", { hours: plannedHours })}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
