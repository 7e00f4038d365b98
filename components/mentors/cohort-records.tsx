import { useFormatter, useTranslations } from "next-intl";
import type { AverageRating } from "@/lib/pairings/queries";
import type { CohortRecord } from "@/lib/profiles/queries";
import { DayWords } from "../cohorts/day-words";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

const counted = ["mentees", "certified", "hours", "logs"] as const;
type Counted = Record<(typeof counted)[number], number>;

/** What somebody did as a mentor, a line for each cohort and one for all of them. */
export function CohortRecords({
  records,
  rating,
  name,
  own,
}: {
  records: CohortRecord[];
  rating: AverageRating | null;
  name: string;
  own: boolean;
}) {
  const t = useTranslations("profiles.record");
  const of = useTranslations("mentor-ratings");
  const whose = { own: own ? "yes" : "no", name };
  if (records.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className="text-body text-ink-soft">{t("none", whose)}</p>
      </Panel>
    );
  }
  const lines = records.map((one) => ({ ...one, hours: one.minutes / 60 }));
  const sum = (of: keyof Counted) => lines.reduce((total, one) => total + one[of], 0);
  return (
    <Panel
      title={t("title")}
      description={t("what", whose)}
      flush
      footer={
        <>
          {t("rating", { rating: rating ? of("average", rating) : of("unknown") })}
          <span className="mt-1 block text-sm">{t("counted")}</span>
        </>
      }
    >
      <Table caption={t("title")} phone="line">
        <Head>
          <HeadCell>{t("cohort")}</HeadCell>
          <HeadCell>{t("as")}</HeadCell>
          {counted.map((column) => (
            <HeadCell key={column} end>
              {t(column)}
            </HeadCell>
          ))}
        </Head>
        <tbody>
          {lines.map((one) => (
            <Row key={one.cohortId}>
              <Cell head>
                <bdi>{one.cohort}</bdi>
                <span className="block text-sm font-normal text-ink-soft md:text-xs">
                  <DayWords day={one.startsOn} year /> – <DayWords day={one.endsOn} year />
                </span>
              </Cell>
              <Cell label={t("as")}>{t(one.lead && one.call ? "both" : one.call ? "call" : "lead")}</Cell>
              <Numbers of={one} />
            </Row>
          ))}
          <Row className="font-medium">
            <Cell head>{t("total", { count: lines.length })}</Cell>
            <Cell />
            <Numbers
              of={{
                mentees: sum("mentees"),
                certified: sum("certified"),
                hours: sum("hours"),
                logs: sum("logs"),
              }}
            />
          </Row>
        </tbody>
      </Table>
    </Panel>
  );
}

function Numbers({ of }: { of: Counted }) {
  const t = useTranslations("profiles.record");
  const format = useFormatter();
  return counted.map((column) => (
    <Cell key={column} label={t(column)} end>
      {format.number(of[column], { maximumFractionDigits: 1 })}
    </Cell>
  ));
}
