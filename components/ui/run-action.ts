import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { Sentence } from "@/lib/errors";

/** What an action of ours gives back: the shape of next-safe-action. */
export type ActionResult<Data> = {
  data?: Data;
  serverError?: { sentence: Sentence; field?: string; digest?: string };
  validationErrors?: unknown;
};

export type Action<Input, Data> = (input: Input) => Promise<ActionResult<Data>>;

/** Why a deed did not happen, sorted by what the person can do about it. */
export type Trouble =
  | { kind: "refused"; sentence: Sentence; field?: string; digest?: string }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "stale" }
  | { kind: "unreached" };

export type Outcome<Data> = { done: true; data: Data } | { done: false; trouble: Trouble };

type Problems = {
  _errors?: string[];
  formErrors?: string[];
  fieldErrors?: Record<string, string[] | undefined>;
};

/** The first problem of each field, by its path; the form's own stand under "root". Reads both shapes of the library. */
function firstProblems(errors: unknown, path = ""): Record<string, string> {
  const found: Record<string, string> = {};
  if (typeof errors !== "object" || errors === null) return found;
  const { _errors, formErrors, fieldErrors, ...nested } = errors as Problems & Record<string, unknown>;
  const own = _errors?.[0] ?? formErrors?.[0];
  if (own) found[path || "root"] = own;
  for (const [name, problems] of Object.entries(fieldErrors ?? {})) {
    if (problems?.[0]) found[name] = problems[0];
  }
  for (const [name, below] of Object.entries(nested)) {
    Object.assign(found, firstProblems(below, path ? `${path}.${name}` : name));
  }
  return found;
}

function isRedirect(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest;
  return typeof digest === "string" && digest.startsWith("NEXT_REDIRECT");
}

/**
 * Runs an action and never throws: a page of an older deployment, a lost connection and a refusal become a Trouble.
 * A redirect counts as done, without data: the router is already on its way.
 */
export async function runAction<Input, Data>(
  action: Action<Input, Data>,
  input: Input,
): Promise<Outcome<Data | undefined>> {
  try {
    const result = await action(input);
    if (result?.serverError) return { done: false, trouble: { kind: "refused", ...result.serverError } };
    if (result?.validationErrors) {
      return { done: false, trouble: { kind: "invalid", fields: firstProblems(result.validationErrors) } };
    }
    return { done: true, data: result?.data };
  } catch (error) {
    if (isRedirect(error)) return { done: true, data: undefined };
    return {
      done: false,
      trouble: { kind: unstable_isUnrecognizedActionError(error as Error) ? "stale" : "unreached" },
    };
  }
}
