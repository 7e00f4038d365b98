import Link from "next/link";
import { useTranslations } from "next-intl";
import type { listFloors } from "@/lib/floors/queries";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

type ListedFloor = Awaited<ReturnType<typeof listFloors>>[number];

/** The floors with who manages them and how many people they have. */
export function FloorTable({ floors }: { floors: ListedFloor[] }) {
  const t = useTranslations("floors");
  return (
    <Table caption={t("caption")}>
      <Head>
        <HeadCell>{t("name")}</HeadCell>
        <HeadCell>{t("managers")}</HeadCell>
        <HeadCell end>{t("people")}</HeadCell>
        <HeadCell end>{t("cohorts")}</HeadCell>
      </Head>
      <tbody>
        {floors.map((floor) => (
          <Row key={floor.id}>
            <Cell head>
              <Link href={`/floors/${floor.id}`}>
                <bdi>{floor.name}</bdi>
              </Link>
            </Cell>
            <Cell label={t("managers")}>
              {floor.managers.map((manager) => manager.name).join(", ") || (
                <span className="text-due">{t("noManagers")}</span>
              )}
            </Cell>
            <Cell label={t("people")} end>
              {floor.people}
            </Cell>
            <Cell label={t("cohorts")} end>
              {floor.activeCohorts}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
