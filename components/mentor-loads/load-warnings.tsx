import { loadWarnings, type MentorLoad } from "@/lib/mentors/load";
import { SentenceText } from "../ui/sentence";
import { Sign } from "../ui/sign";

/** What is too much of a load, in words. Where it changes while somebody types, `live` reads it out. */
export function LoadWarnings({ of, live = false }: { of: MentorLoad; live?: boolean }) {
  const warnings = loadWarnings(of);
  const list = warnings.length > 0 && (
    <ul className="grid gap-1.5 text-sm">
      {warnings.map(({ kind, values }) => (
        <li key={kind} className="flex gap-2 text-due">
          <Sign of="due" className="mt-0.5 size-4" />
          <span className="min-w-0 max-w-prose">
            <SentenceText of={{ key: `mentor-loads.warning.${kind}`, values }} />
          </span>
        </li>
      ))}
    </ul>
  );
  return live ? <div role="status">{list}</div> : list || null;
}

/** The same in a few words each, for the cell of a table. */
export function ShortLoadWarnings({ of }: { of: MentorLoad }) {
  return loadWarnings(of).map(({ kind, values }) => (
    <span key={kind} className="mt-1 flex max-w-60 gap-1.5 text-sm text-due md:text-xs">
      <Sign of="due" className="mt-px size-3.5" />
      <span className="min-w-0">
        <SentenceText of={{ key: `mentor-loads.short.${kind}`, values }} />
      </span>
    </span>
  ));
}
