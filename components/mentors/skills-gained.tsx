import { useTranslations } from "next-intl";
import type { SkillGained } from "@/lib/profiles/queries";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

/** What a mentor's mentees worked on with them, skill by skill, and how many of them were on track with it at last. */
export function SkillsGained({ skills, name, own }: { skills: SkillGained[]; name: string; own: boolean }) {
  const t = useTranslations("profiles.skills");
  const whose = { own: own ? "yes" : "no", name };
  if (skills.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className="text-body text-ink-soft">{t("none", whose)}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("title")} description={t("how", whose)} flush>
      <Table caption={t("title")} phone="line">
        <Head>
          <HeadCell>{t("skill")}</HeadCell>
          <HeadCell end>{t("mentees")}</HeadCell>
          <HeadCell end>{t("gained")}</HeadCell>
          <HeadCell end>{t("days")}</HeadCell>
        </Head>
        <tbody>
          {skills.map(({ skill, mentees, gained, days }) => (
            <Row key={skill}>
              <Cell head>{skill}</Cell>
              <Cell label={t("mentees")} end>
                {mentees}
              </Cell>
              <Cell label={t("gained")} end>
                {gained}
              </Cell>
              <Cell label={t("days")} end>
                {days}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
