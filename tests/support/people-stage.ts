import { db } from "@/lib/db";
import { actor, aPerson } from "./rows";

export const administrator = async () => actor(await aPerson({ grant: "ADMIN" }));

/** The actions in the audit trail, oldest first. */
export const recorded = async () =>
  (await db.auditRecord.findMany({ orderBy: { seq: "asc" } })).map((record) => record.action);
