import { beforeAll, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { dayAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { buildCompany } from "@/prisma/seed/company";
import { tellCrowd } from "@/prisma/seed/crowd-story";
import { asOwner, resetDatabase } from "../support/database";
import { mondayMorning } from "../support/rows";

const cohort = () =>
  db.cohort.findFirstOrThrow({
    where: { name: "World wave" },
    include: {
      enrollments: { include: { person: true } },
      lists: { include: { floor: true, nominations: { include: { person: true } } } },
    },
  });

const counts = async () => ({
  people: await db.person.count(),
  floors: await db.floor.count(),
  nominations: await db.mentorNomination.count(),
  records: await db.auditRecord.count(),
  messages: await db.message.count(),
});

describe("the crowd of the demo", () => {
  beforeAll(async () => {
    await resetDatabase();
    clock.set(mondayMorning);
    await buildCompany(dayAt(mondayMorning, "Europe/Berlin"), mondayMorning);
    await tellCrowd("a password of the demo");
  }, 120_000);

  it("is one cohort of sixty mentees and forty candidates on six floors, each with another name", async () => {
    const { enrollments, lists } = await cohort();
    const candidates = lists.flatMap((list) => list.nominations);
    expect([enrollments.length, candidates.length, lists.length]).toEqual([60, 40, 6]);
    const names = [...enrollments, ...candidates].map(({ person }) => person.name);
    expect(new Set(names).size).toBe(100);
  });

  it("leaves every list open: some decided, some half, some not begun; and some mentors are eligible", async () => {
    const { lists } = await cohort();
    expect(lists.map((list) => list.state)).not.toContain("SUBMITTED");
    const waiting = lists.map(
      ({ nominations }) =>
        nominations.filter((one) => one.decision === "PROPOSED").length / nominations.length,
    );
    expect(waiting).toContain(0);
    expect(waiting).toContain(1);
    expect(waiting.some((share) => share > 0 && share < 1)).toBe(true);
    const trained = lists.flatMap((list) => list.nominations).filter((one) => one.training === "COMPLETED");
    expect(trained.length).toBeGreaterThan(5);
  });

  it("is told once: the second telling adds nothing", async () => {
    const before = await counts();
    clock.set(mondayMorning);
    await tellCrowd("a password of the demo");
    expect(await counts()).toEqual(before);
  });

  it("goes on where it was interrupted, and gives nobody else a password", async () => {
    const before = await counts();
    const { lists } = await cohort();
    const half = lists.find((list) => list.floor.name === "Partners");
    await asOwner(`DELETE FROM "MentorNomination" WHERE "listId" = $1`, [half?.id]);
    await asOwner(`UPDATE "Person" SET "passwordHash" = NULL`);
    clock.set(mondayMorning);
    await tellCrowd("a password of the demo");
    const { nominations, people, floors } = await counts();
    expect({ nominations, people, floors }).toEqual({
      nominations: before.nominations,
      people: before.people,
      floors: before.floors,
    });
    expect(await db.person.count({ where: { email: "admin@ridealong.example", passwordHash: null } })).toBe(
      1,
    );
    expect(await db.enrollment.count({ where: { person: { passwordHash: null } } })).toBe(0);
  }, 60_000);
});
