import type { FieldValues, Resolver } from "react-hook-form";
import type { ZodType } from "zod";

/** A schema, or where to fetch it: `() => import("@/lib/logs/schema").then((part) => part.saveLogSchema)`. */
export type LateSchema<Values> = ZodType<unknown, Values> | (() => Promise<ZodType<unknown, Values>>);

/** Fetches what checks a form; null where that fails, as on a train. */
export async function prepareChecks<Values extends FieldValues>(
  schema: LateSchema<Values>,
): Promise<Resolver<Values> | null> {
  try {
    const [{ zodResolver }, ready] = await Promise.all([
      import("@hookform/resolvers/zod"),
      typeof schema === "function" ? schema() : schema,
    ]);
    return zodResolver(ready, undefined, { raw: true }) as unknown as Resolver<Values>;
  } catch {
    return null;
  }
}

/** Checks with a schema that may still be on its way. What cannot be checked here is left to the server, which checks again. */
export function lateResolver<Values extends FieldValues>(schema: LateSchema<Values>): Resolver<Values> {
  return async (values, context, options) => {
    const checks = await prepareChecks(schema);
    return checks ? checks(values, context, options) : { values, errors: {} };
  };
}
