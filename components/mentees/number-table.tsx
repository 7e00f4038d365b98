import { useTranslations } from "next-intl";
import type { MenteeRecord } from "@/lib/mentees/queries";
import { DayWords } from "../cohorts/day-words";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

const counted = ["calls", "emails", "meetings", "proposals"] as const;

/** The activity numbers of a mentee, day by day, with their sums. */
export function NumberTable({ numbers }: { numbers: MenteeRecord["numbers"] }) {
  const t = useTranslations("mentees.numbers");
  const words = useTranslations("logs.form");
  const sum = (name: (typeof counted)[number]) => numbers.reduce((total, day) => total + day[name], 0);
  return (
    <Table caption={t("title")} phone="scroll" density="compact">
      <Head>
        <HeadCell>{t("day")}</HeadCell>
        {counted.map((name) => (
          <HeadCell key={name} end>
            {words(name)}
          </HeadCell>
        ))}
      </Head>
      <tbody>
        {numbers.map((one) => (
          <Row key={one.day}>
            <Cell head>
              <DayWords day={one.day} />
            </Cell>
            {counted.map((name) => (
              <Cell key={name} end>
                {one[name]}
              </Cell>
            ))}
          </Row>
        ))}
        <Row className="font-medium">
          <Cell head>{t("total")}</Cell>
          {counted.map((name) => (
            <Cell key={name} end>
              {sum(name)}
            </Cell>
          ))}
        </Row>
      </tbody>
    </Table>
  );
}
