import { useFormatter, useTranslations } from "next-intl";
import { instantAt } from "@/lib/dates";
import type { ShownVersion } from "@/lib/programs/queries";
import { Definition, Definitions } from "../ui/definition-list";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";

const kinds = ["skill", "performance", "behaviour", "bonding", "leadership"] as const;

/** Why the program exists, its settings, and what it wants to reach. */
export function ProgramPurpose({ version }: { version: ShownVersion }) {
  const t = useTranslations("programs.page");
  const words = useTranslations("programs");
  const format = useFormatter();
  const due = format.dateTime(instantAt("2000-01-01", version.logDueMinute, "UTC"), {
    timeZone: "UTC",
    timeStyle: "short",
  });
  const days = (count: number) => t("facts.lengthValue", { days: count });
  const kindOf = (kind: string) => kinds.find((known) => known === kind) ?? "other";
  return (
    <>
      <Panel id="purpose" title={t("purpose")}>
        <p className="max-w-prose text-body">{version.purpose}</p>
        <Definitions columns={3} className="mt-5">
          <Definition term={t("facts.model")}>{words(`state.pairingModel.${version.model}`)}</Definition>
          <Definition term={t("facts.structure")}>{words(`state.structure.${version.structure}`)}</Definition>
          <Definition term={t("facts.cap")}>{t("facts.capValue", { cap: version.cap })}</Definition>
          <Definition term={t("facts.length")}>{days(version.programDays)}</Definition>
          <Definition term={t("facts.preparation")}>{days(version.preparationDays)}</Definition>
          <Definition term={t("facts.tail")}>{days(version.tailDays)}</Definition>
          <Definition term={t("facts.logDue")}>{t("facts.logDueValue", { time: due })}</Definition>
          <Definition term={t("facts.willingness")}>
            {t("facts.willingnessValue", { hours: version.willingnessHours })}
          </Definition>
        </Definitions>
      </Panel>
      <Panel id="objectives" title={t("objectives")} description={t("objectivesWhy")} flush>
        <Table caption={t("objectives")}>
          <Head>
            <HeadCell>{t("objective")}</HeadCell>
            <HeadCell>{t("kind")}</HeadCell>
            <HeadCell>{t("indicator")}</HeadCell>
            <HeadCell>{t("target")}</HeadCell>
          </Head>
          <tbody>
            {version.objectives.map((objective) => (
              <Row key={objective.id}>
                <Cell head>{objective.text}</Cell>
                <Cell label={t("kind")}>{words(`objectiveKind.${kindOf(objective.kind)}`)}</Cell>
                <Cell label={t("indicator")}>{objective.indicator}</Cell>
                <Cell label={t("target")}>{objective.target}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </Panel>
    </>
  );
}

/** The skills that daily logs speak of. */
export function ProgramSkills({ version }: { version: ShownVersion }) {
  const t = useTranslations("programs.page");
  return (
    <Panel id="skills" title={t("skills")} description={t("skillsWhy")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-body">
        {version.skills.map((skill) => (
          <li key={skill.id}>{skill.name}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Promises({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div className="min-w-0">
      <h3 className="text-body font-medium">{title}</h3>
      <ul className="mt-1 list-disc space-y-1 pl-5 text-body text-ink-soft marker:text-ink-faint">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** What mentors and mentees promise each other, and what mentors are trained in. */
export function Expectations({ version }: { version: ShownVersion }) {
  const t = useTranslations("programs.page");
  return (
    <Panel id="expectations" title={t("expectations")}>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <Promises title={t("mentorWill")} lines={version.mentorWill} />
        <Promises title={t("mentorWont")} lines={version.mentorWont} />
        <Promises title={t("menteeWill")} lines={version.menteeWill} />
        <Promises title={t("menteeWont")} lines={version.menteeWont} />
        <div className="grid content-start gap-1">
          <Promises title={t("training")} lines={version.trainingTopics} />
          <p className="text-sm text-ink-soft">
            {t("trainingValid", { months: version.trainingValidMonths })}
          </p>
        </div>
        <Scenarios scenarios={version.scenarios} />
      </div>
    </Panel>
  );
}

function Scenarios({ scenarios }: { scenarios: ShownVersion["scenarios"] }) {
  const t = useTranslations("programs.page");
  if (scenarios.length === 0) return null;
  return (
    <div className="min-w-0">
      <h3 className="text-body font-medium">{t("scenarios")}</h3>
      <dl className="mt-1 grid gap-2 text-body">
        {scenarios.map(({ id, title, prompt }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd className="text-ink-soft">{prompt}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
