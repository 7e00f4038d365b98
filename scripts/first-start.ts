import { db, transaction } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { installDefaultProgram } from "@/lib/programs/commands";
import { createFirstAdministratorLink } from "@/lib/sign-ins/commands";

/** Gives a new installation what it cannot do without, and changes nothing in one that has it. */
export async function prepareInstallation() {
  await transaction(db, installDefaultProgram);
}

/**
 * Where nobody is there yet, prints the link by which the first administrator comes in. It does not go through the log:
 * whatever LOG_LEVEL says, without this line nobody gets in.
 */
export async function announceFirstAdministrator() {
  try {
    const { url } = await createFirstAdministratorLink(db);
    console.log(`Nobody is here yet. The first administrator comes in, once and within a day, by ${url}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
