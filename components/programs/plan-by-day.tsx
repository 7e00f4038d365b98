import { useFormatter, useTranslations } from "next-intl";
import { instantAt } from "@/lib/dates";
import type { ShownVersion } from "@/lib/programs/queries";
import { Panel } from "../ui/panel";

type Template = ShownVersion["templates"][number];

/** The session plan: weeks, their days, and what happens on each in the order of the clock. */
export function PlanByDay({ version }: { version: ShownVersion }) {
  const t = useTranslations("programs.page");
  const days = Array.from({ length: version.programDays }, (_, index) => index + 1);
  const opens = (day: number) => version.modules.find((module) => module.firstDay === day);
  return (
    <Panel id="plan" title={t("plan")} description={t("planWhy")}>
      {days.map((day) => {
        const module = opens(day);
        return (
          <div key={day}>
            {module && (
              <div className="mt-6 mb-2 border-b border-line pb-3 first:mt-0">
                <p className="text-sm text-ink-faint">
                  {t("days", { first: module.firstDay, last: module.lastDay })}
                </p>
                <h3 className="text-base font-semibold">{module.title}</h3>
                <p className="max-w-prose text-body text-ink-soft">{module.summary}</p>
              </div>
            )}
            <section className="grid gap-x-6 py-3 md:grid-cols-[5rem_1fr]">
              <h4 className="text-body font-medium md:pt-2">{t("day", { number: day })}</h4>
              <ol className="divide-y divide-line">
                {version.templates
                  .filter((template) => template.day === day)
                  .map((template) => (
                    <PlannedSession key={template.id} template={template} />
                  ))}
              </ol>
            </section>
          </div>
        );
      })}
    </Panel>
  );
}

function PlannedSession({ template }: { template: Template }) {
  const t = useTranslations("programs.page");
  const words = useTranslations("programs.state");
  const format = useFormatter();
  const at = (minute: number) => instantAt("2000-01-01", minute, "UTC");
  const window = format.dateTimeRange(at(template.startMinute), at(template.endMinute), {
    timeZone: "UTC",
    timeStyle: "short",
  });
  const kind = words(`sessionKind.${template.kind}`);
  const facts = [
    kind === template.title ? null : kind,
    template.audience === "PAIR" ? t("inPairs", { minutes: template.minutes }) : t("everybody"),
    t("leads", { role: words(`facilitatorRole.${template.facilitatorRole}`) }),
  ];
  return (
    <li className="grid gap-x-4 py-2 sm:grid-cols-[10rem_1fr]">
      <p className="text-body tabular-nums text-ink-soft">{window}</p>
      <div className="min-w-0">
        <p className="text-body font-medium">{template.title}</p>
        <p className="text-sm text-ink-soft">{facts.filter(Boolean).join(" · ")}</p>
        <Details template={template} />
      </div>
    </li>
  );
}

function Details({ template }: { template: Template }) {
  const t = useTranslations("programs.page");
  if (template.agenda.length === 0 && !template.brief && !template.material) return null;
  return (
    <details className="print:details-content:[content-visibility:visible]">
      <summary
        data-screen-only
        className="inline-block min-h-11 cursor-pointer py-3 text-sm text-accent md:min-h-0 md:py-1"
      >
        {t("more")}
      </summary>
      <div className="grid max-w-prose gap-2 pb-2 text-sm text-ink-soft">
        {template.agenda.length > 0 && (
          <ul aria-label={t("agenda")} className="list-disc pl-5 marker:text-ink-faint">
            {template.agenda.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {template.brief && (
          <p>
            <span className="font-medium text-ink">{t("brief")}:</span> {template.brief}
          </p>
        )}
        {template.material && (
          <p>
            <span className="font-medium text-ink">{t("material")}:</span> {template.material}
          </p>
        )}
      </div>
    </details>
  );
}
