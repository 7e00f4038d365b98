import { db, transaction } from "@/lib/db";
import { installDefaultProgram } from "@/lib/programs/commands";

/** Gives a new installation what it cannot do without; changes nothing in one that has it. */
export async function prepareInstallation() {
  await transaction(db, installDefaultProgram);
}
