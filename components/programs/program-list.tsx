import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ListedProgram } from "@/lib/programs/queries";
import { Panel } from "../ui/panel";

/** The published programs, each with why it exists and how big it is. */
export function ProgramList({ programs }: { programs: ListedProgram[] }) {
  const t = useTranslations("programs");
  return (
    <Panel flush>
      <ul aria-label={t("list.label")} className="divide-y divide-line">
        {programs.map(({ counts, ...program }) => (
          <li key={program.id} className="relative grid gap-1 px-4 py-4 hover:bg-hover md:px-5">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <h2 className="text-base font-semibold">
                <Link
                  href={`/programs/${program.id}`}
                  className="text-ink no-underline after:absolute after:inset-0 hover:text-accent"
                >
                  {program.name}
                </Link>
              </h2>
              <p className="text-sm text-ink-faint">{t("list.version", { number: program.number })}</p>
            </div>
            <p className="line-clamp-2 max-w-prose text-body text-ink-soft">{program.purpose}</p>
            <p className="text-sm text-ink-soft">
              {t("list.facts", {
                days: program.programDays,
                preparation: program.preparationDays,
                sessions: counts.templates,
                objectives: counts.objectives,
                skills: counts.skills,
              })}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
