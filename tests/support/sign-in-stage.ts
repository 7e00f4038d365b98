import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { linkToken } from "@/lib/sign-ins/link-token";
import { hashPassword } from "@/lib/sign-ins/password";
import { resetDatabase } from "@/tests/support/database";
import { mondayMorning } from "@/tests/support/rows";

export const password = "four green bicycles";
export const other = "seven quiet lighthouses";
export const passwordHash = await hashPassword(password);
export const office: { address: string; userAgent: string | null } = {
  address: "192.0.2.1",
  userAgent: "Mozilla/5.0 (X11; Linux) Firefox/140.0",
};
export const elsewhere = { address: "198.51.100.7", userAgent: null };
export const later = (minutes: number) => clock.set(new Date(mondayMorning.getTime() + minutes * 60_000));

/** Nobody is there, on a Monday morning. */
export async function freshMorning() {
  await resetDatabase();
  clock.set(mondayMorning);
}

/** The secret of the newest link of a kind that was mailed to somebody. */
export async function mailedToken(person: { id: string }, kind: "RESET" | "INVITATION") {
  const link = await db.oneTimeLink.findFirstOrThrow({
    where: { personId: person.id, kind },
    orderBy: [{ createdAt: "desc" }],
  });
  return linkToken(link.id);
}
