import { refresh } from "next/cache";
import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { requestOrigin, requireActor } from "@/lib/auth";
import { type Sentence, UserError } from "@/lib/errors";
import { log, traceOf } from "@/lib/log";
import type { Permission } from "@/lib/permissions";

export type ActionError = { sentence: Sentence; field?: string; digest?: string };

const client = createSafeActionClient({
  defineMetadataSchema: () => z.object({ name: z.string() }),
  handleServerError(error, { metadata }): ActionError {
    if (error instanceof UserError) {
      return error.field ? { sentence: error.sentence, field: error.field } : { sentence: error.sentence };
    }
    const digest = crypto.randomUUID().slice(0, 8);
    log.error({ digest, action: metadata?.name, ...traceOf(error) }, "action failed");
    return { sentence: { key: "errors.unexpected", values: { digest } }, digest };
  },
});

/**
 * The door of a deed: what comes in is checked against the schema (unknown fields are dropped), who asks is read from
 * the database, and afterwards the page shows the new state. May they, and is it legal, is asked by the deed itself.
 * @param name the row of lib/permissions.ts that the deed asks for; a test compares it with the exported name.
 * @param refreshes false for what saves while somebody types: their page already shows it.
 */
export function action<S extends z.ZodType, R>(
  name: Permission,
  schema: S,
  deed: (actor: Actor, input: z.output<S>) => Promise<R>,
  { refreshes = true } = {},
) {
  return client
    .metadata({ name })
    .inputSchema(schema)
    .action(async ({ parsedInput }) => {
      const result = await deed(await requireActor(), parsedInput as z.output<S>);
      if (refreshes) refresh();
      return result;
    });
}

/** Where a request of somebody who need not be signed in comes from. */
export type Origin = { address: string; userAgent: string | null };

/** The door of a deed that needs no sign-in: it is told where the request comes from instead of who asks. */
export function publicAction<S extends z.ZodType, R>(
  name: Permission,
  schema: S,
  deed: (origin: Origin, input: z.output<S>) => Promise<R>,
) {
  return client
    .metadata({ name })
    .inputSchema(schema)
    .action(async ({ parsedInput }) => deed(await requestOrigin(), parsedInput as z.output<S>));
}
