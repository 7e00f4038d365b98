import { db, transaction } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { installDefaultProgram } from "@/lib/programs/commands";
import { createFirstAdministratorLink } from "@/lib/sign-ins/commands";

/**
 * Gives a new installation what it cannot do without, and changes nothing in one that has it. Where nobody is there
 * yet, gives the link with which the first administrator comes in.
 */
export async function prepareInstallation() {
  await transaction(db, installDefaultProgram);
  try {
    return (await createFirstAdministratorLink(db)).url;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
