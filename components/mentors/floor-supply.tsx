import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type Day, fromDay } from "@/lib/dates";
import type { SupplyFloor } from "@/lib/mentors/queries";
import type { Funnel } from "@/lib/mentors/supply";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { Time } from "../ui/time";
import { ListStatus } from "./mentor-state";
import { ReopenList } from "./reopen-list";

const dayFormat = { timeZone: "UTC", day: "numeric", month: "long" } as const;
const steps = ["proposed", "approved", "willing", "trained", "eligible"] as const;

/** `needed`: how many lead mentors the floor is asked for. */
export type FloorRow = SupplyFloor & { funnel: Funnel; needed: number };

/** Each floor of a cohort: how far its list is, and how far its people have come. */
export function FloorSupply({
  floors,
  now,
  zone,
  reopenDay,
  actions,
}: {
  floors: FloorRow[];
  now: Date;
  zone: string;
  reopenDay: Day;
  actions?: React.ReactNode;
}) {
  const t = useTranslations("mentors.supply");
  return (
    <Panel title={t("floors")} description={t("floorsWhat")} actions={actions} flush>
      <Table caption={t("floors")} phone="line">
        <Head>
          <HeadCell>{t("floor")}</HeadCell>
          <HeadCell>{t("list")}</HeadCell>
          <HeadCell>{t("due")}</HeadCell>
          <HeadCell end>{t("needed")}</HeadCell>
          {steps.map((step) => (
            <HeadCell key={step} end>
              {t(`step.${step}`)}
            </HeadCell>
          ))}
          <HeadCell end>{t("free")}</HeadCell>
          <HeadCell end>
            <span className="sr-only">{t("actions")}</span>
          </HeadCell>
        </Head>
        <tbody>
          {floors.map((floor) => (
            <Row key={floor.id}>
              <Cell head>
                <FloorName floor={floor} />
              </Cell>
              <Cell label={t("list")}>
                <ListStatus list={floor.list} now={now} />
              </Cell>
              <Cell label={t("due")}>
                {floor.list && (
                  <Time at={floor.list.dueAt} zone={zone} show="both" className="whitespace-nowrap" />
                )}
              </Cell>
              <Cell label={t("needed")} end>
                {floor.needed}
              </Cell>
              {steps.map((step) => (
                <Cell key={step} label={t(`step.${step}`)} end>
                  {floor.list ? floor.funnel[step] : "–"}
                </Cell>
              ))}
              <Cell label={t("free")} end>
                {floor.list ? floor.funnel.free : "–"}
              </Cell>
              <Cell end>
                {floor.list?.state === "SUBMITTED" && (
                  <ReopenList listId={floor.list.id} floor={floor.name} day={reopenDay} />
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function FloorName({ floor }: { floor: FloorRow }) {
  const t = useTranslations("mentors.supply");
  const format = useFormatter();
  const managers = floor.managers.length > 0 ? floor.managers.join(", ") : t("unmanaged");
  return (
    <>
      {floor.list ? (
        <Link href={`/floors/${floor.id}/lists/${floor.list.id}`}>
          <bdi>{floor.name}</bdi>
        </Link>
      ) : (
        <bdi>{floor.name}</bdi>
      )}
      <span
        className={`block text-sm font-normal md:text-xs ${floor.managers.length > 0 ? "text-ink-soft" : "text-missed"}`}
      >
        {managers}
      </span>
      {floor.standIns.map(({ delegate, manager, lastDay }) => (
        <span key={delegate + manager} className="block text-sm font-normal text-ink-soft md:text-xs">
          {t("standsIn", { delegate, manager, day: format.dateTime(fromDay(lastDay), dayFormat) })}
        </span>
      ))}
    </>
  );
}
