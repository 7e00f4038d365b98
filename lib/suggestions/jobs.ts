import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { UserError } from "@/lib/errors";
import { workOnRun } from "@/lib/suggestions/commands";

const payloadSchema = z.object({ runId: z.uuid() });
const tries = 3;

/**
 * Looks for mentors for a large cohort. A worker that is killed on the way wrote nothing, and the queue begins again.
 * What is refused is told by the run itself; a defect is tried three times in all.
 */
async function solveSuggestions(payload: unknown, { job }: JobHelpers): Promise<void> {
  const { runId } = payloadSchema.parse(payload);
  try {
    await workOnRun(runId, { lastTry: job.attempts >= tries });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

export const tasks: TaskList = { solveSuggestions };
