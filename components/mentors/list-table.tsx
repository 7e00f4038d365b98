import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FloorList } from "@/lib/mentor-lists/queries";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { Time } from "../ui/time";
import { ListStatus } from "./mentor-state";

/** The mentor lists of a floor for cohorts that are not over. */
export function ListTable({ lists, now, zone }: { lists: FloorList[]; now: Date; zone: string }) {
  const t = useTranslations("mentors.tasks");
  return (
    <Table caption={t("lists")}>
      <Head>
        <HeadCell>{t("cohort")}</HeadCell>
        <HeadCell>{t("list")}</HeadCell>
        <HeadCell>{t("dueAt")}</HeadCell>
        <HeadCell end>{t("people")}</HeadCell>
        <HeadCell end>{t("approved")}</HeadCell>
      </Head>
      <tbody>
        {lists.map((list) => (
          <Row key={list.id}>
            <Cell head>
              <Link href={`/floors/${list.floor.id}/lists/${list.id}`}>
                <bdi>{list.cohort.name}</bdi>
              </Link>
            </Cell>
            <Cell label={t("list")}>
              <ListStatus list={list} now={now} />
            </Cell>
            <Cell label={t("dueAt")}>
              <Time at={list.dueAt} zone={zone} show="both" />
            </Cell>
            <Cell label={t("people")} end>
              {list.people}
            </Cell>
            <Cell label={t("approved")} end>
              {list.approved}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
