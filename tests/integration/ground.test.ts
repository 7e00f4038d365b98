import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { asOwner, resetDatabase } from "@/tests/support/database";

test("the application works in its own role, which may not change the audit trail", async () => {
  const [who] = await db.$queryRaw<{ current_user: string }[]>`SELECT current_user`;
  expect(who?.current_user).toBe("ridealong_app");
  await expect(db.$executeRaw`DELETE FROM "AuditRecord"`).rejects.toThrow(/permission denied/);
  await expect(db.$executeRaw`CREATE TABLE mine ()`).rejects.toThrow(/permission denied/);
});

test("a reset leaves no row behind", async () => {
  await asOwner(`INSERT INTO graphile_worker._private_job_queues (queue_name) VALUES ('left')`);
  await resetDatabase();
  expect(await asOwner("SELECT FROM graphile_worker._private_job_queues")).toEqual([]);
});
