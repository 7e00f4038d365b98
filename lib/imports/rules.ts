import type { KeyBelow } from "@/i18n/messages";
import type { Sentence } from "@/lib/errors";
import { type ImportColumn, importColumns } from "./schema";

/** How long what an import wrote can be undone. */
export const undoHours = 24;

/** How long a file that nobody imports is kept. */
export const keptDays = 7;

/** What was looked at before this instant, and not imported, is not kept any longer. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - keptDays * 24 * 3_600_000);

/** Why a table cannot be read with these columns, or null when it can: nothing holds the address, or two hold the same. */
export function columnsRefusal(columns: readonly (ImportColumn | null)[]): Sentence | null {
  const twice = importColumns.find((column) => columns.filter((one) => one === column).length > 1);
  if (twice) return { key: `imports.refused.twice.${twice}` };
  return columns.includes("email") ? null : { key: "imports.refused.missing.email" };
}

/** Why an import cannot be undone now, or null when it can. */
export function undoRefusal(
  { committedAt, undoneAt }: { committedAt: Date | null; undoneAt: Date | null },
  now: Date,
): Sentence | null {
  if (!committedAt) return { key: "imports.refused.notDone" };
  if (undoneAt) return { key: "imports.refused.undone" };
  const over = now.getTime() - committedAt.getTime() > undoHours * 3_600_000;
  return over ? { key: "imports.refused.undoLate", values: { hours: undoHours } } : null;
}

/** What an import can say of a person, as it is stored. */
export type ProfileFields = {
  name: string;
  title: string | null;
  floorId: string | null;
  hireDate: string | null;
  timeZone: string;
  managerId: string | null;
};

/** What a committed import keeps of each person it wrote, to be able to undo it. */
export type WrittenPerson = {
  id: string;
  /** How they were; null for those whom the import added. */
  before: ProfileFields | null;
  after: ProfileFields;
  /** The grants that the import added. */
  grants: string[];
};

/** How such a person stands when the import is undone. */
export type PersonNow = ProfileFields & {
  grants: string[];
  active: boolean;
  /** Whether anything here refers to them besides messages: a cohort, a list, an invitation, a sign-in. */
  used: boolean;
  /** Whether a message was written to them. */
  told: boolean;
};

/** What undoing does: whom it removes, closes and puts back, and whom it has to leave, with the reason. */
export type UndoPlan = {
  removed: string[];
  deactivated: string[];
  putBack: { id: string; fields: Partial<ProfileFields>; grants: string[] }[];
  left: { id: string; name: string; sentence: Sentence }[];
};

const fields = ["name", "title", "floorId", "hireDate", "timeZone", "managerId"] as const;

/**
 * What undoing an import may touch. Whom it added is removed when nothing has happened to them since, closed when they
 * were only told something, and stays otherwise. Whom it changed gets back what still stands as the import wrote it;
 * what somebody changed since stays as they left it.
 * @param reports who has whom for a manager, as it stands now
 */
export function planUndo(
  written: readonly WrittenPerson[],
  now: ReadonlyMap<string, PersonNow>,
  reports: readonly { id: string; managerId: string }[],
): UndoPlan {
  const plan: UndoPlan = { removed: [], deactivated: [], putBack: [], left: [] };
  const leave = (id: string, name: string, key: KeyBelow<"imports.left">) =>
    plan.left.push({ id, name, sentence: { key: `imports.left.${key}`, values: { name } } });
  for (const person of written) {
    const is = now.get(person.id);
    if (!is) continue;
    if (person.before) {
      const { back, overtaken } = whatGoesBack(person, person.before, is);
      const grants = person.grants.filter((grant) => is.grants.includes(grant));
      if (Object.keys(back).length + grants.length > 0) {
        plan.putBack.push({ id: person.id, fields: back, grants });
      }
      if (overtaken) leave(person.id, is.name, "changedSince");
    } else if (is.used) leave(person.id, is.name, "used");
    else if (!isAsWritten(person, is)) leave(person.id, is.name, "changedSince");
    else if (is.told) plan.deactivated.push(person.id);
    else plan.removed.push(person.id);
  }
  keepManagers(plan, now, reports, leave);
  return plan;
}

function whatGoesBack(person: WrittenPerson, before: ProfileFields, is: PersonNow) {
  const written = fields.filter((field) => before[field] !== person.after[field]);
  const same = written.filter((field) => is[field] === person.after[field]);
  return {
    back: Object.fromEntries(same.map((field) => [field, before[field]])) as Partial<ProfileFields>,
    overtaken: written.some((field) => is[field] !== person.after[field] && is[field] !== before[field]),
  };
}

const isAsWritten = (person: WrittenPerson, is: PersonNow) =>
  is.active &&
  fields.every((field) => is[field] === person.after[field]) &&
  is.grants.length === person.grants.length &&
  person.grants.every((grant) => is.grants.includes(grant));

/** Who stays keeps their manager: a manager of somebody who stays is not removed, nor is the manager's own. */
function keepManagers(
  plan: UndoPlan,
  now: ReadonlyMap<string, PersonNow>,
  reports: readonly { id: string; managerId: string }[],
  leave: (id: string, name: string, key: KeyBelow<"imports.left">) => void,
): void {
  const back = new Map(plan.putBack.map(({ id, fields: put }) => [id, put]));
  const managerOf = ({ id, managerId }: { id: string; managerId: string }): string | null => {
    const put = back.get(id);
    return put?.managerId !== undefined ? put.managerId : managerId;
  };
  for (;;) {
    const gone = new Set(plan.removed);
    const manager = reports
      .filter(({ id }) => !gone.has(id))
      .map(managerOf)
      .find((id): id is string => id !== null && gone.has(id));
    if (manager === undefined) return;
    plan.removed = plan.removed.filter((id) => id !== manager);
    leave(manager, now.get(manager)?.name ?? "", "manages");
  }
}
