import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import type { Day } from "@/lib/dates";
import { db, transaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import {
  addHoliday,
  changeOrganization,
  removeHoliday,
  setUp,
  setUpOrganization,
} from "@/lib/organization/commands";
import { canAnswer, getOrganization, holidayMap } from "@/lib/organization/queries";
import { createFirstAdministratorLink, startPasswordSignIn } from "@/lib/sign-ins/commands";
import { resetDatabase } from "../support/database";
import { everyKind } from "../support/kinds";
import { actor, aPerson, mondayMorning } from "../support/rows";

const office = { address: "192.0.2.1", userAgent: null };
const refusal = (key: string) => expect.objectContaining({ sentence: expect.objectContaining({ key }) });
const labourDay = { day: "2026-05-01" as Day, name: "Labour Day" };
const setUpIt = () =>
  transaction(db, (tx) => setUpOrganization(tx, { name: "Brightline", timeZone: "Europe/Berlin" }));

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("setting the organization up", () => {
  const given = {
    organization: "Brightline",
    timeZone: "Europe/Oslo",
    name: "Marit Haugen",
    email: "marit@test.example",
    password: "four green bicycles",
  };
  const tokenOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);
  const aLink = async () => tokenOf((await createFirstAdministratorLink(db)).url);

  it("makes whoever holds the link administrator, and installs the program", async () => {
    expect(await setUp(office, { ...given, token: await aLink() })).toEqual({ email: given.email });
    const person = await db.person.findUniqueOrThrow({
      where: { email: given.email },
      include: { grants: true },
    });
    expect(person.grants.map((grant) => grant.kind).sort()).toEqual(["ADMIN", "ENABLEMENT_MANAGER"]);
    expect(person.timeZone).toBe("Europe/Oslo");
    expect(await db.programVersion.count({ where: { state: "PUBLISHED" } })).toBe(1);
    expect((await db.auditRecord.findMany()).map((record) => record.action)).toEqual(
      expect.arrayContaining(["organization.setUp", "people.addPerson"]),
    );
    expect(await startPasswordSignIn(given, office)).not.toBeNull();
  });

  it("makes no link once there is somebody", async () => {
    await aPerson();
    await expect(createFirstAdministratorLink(db)).rejects.toEqual(
      refusal("organization.refused.alreadySetUp"),
    );
  });

  it("is done once, also with two links of two servers at once", async () => {
    const tokens = [await aLink(), await aLink()];
    const both = await Promise.allSettled(
      tokens.map((token, index) => setUp(office, { ...given, token, email: `first.${index}@test.example` })),
    );
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: { sentence: { key: "organization.refused.alreadySetUp" } },
    });
    expect([await db.person.count(), await db.organization.count(), await db.program.count()]).toEqual([
      1, 1, 1,
    ]);
  });

  it("refuses a link that was used, a day old or made up, and a first guess beside its field", async () => {
    const token = await aLink();
    await expect(
      setUp(office, { ...given, token, password: "five slow green trams" }),
    ).resolves.toBeDefined();
    await expect(setUp(office, { ...given, token })).rejects.toEqual(refusal("sign-ins.refused.linkGone"));
    await resetDatabase();
    const second = await aLink();
    await expect(
      setUp(office, { ...given, token: second, password: "MaritHaugen2026" }),
    ).rejects.toMatchObject({
      sentence: { key: "sign-ins.refused.commonPassword" },
      field: "password",
    });
    await expect(setUp(office, { ...given, token: "A".repeat(43) })).rejects.toEqual(
      refusal("sign-ins.refused.linkGone"),
    );
    clock.set(new Date(mondayMorning.getTime() + 24 * 60 * 60_000));
    await expect(setUp(office, { ...given, token: second })).rejects.toEqual(
      refusal("sign-ins.refused.linkGone"),
    );
    expect(await db.person.count()).toBe(0);
  });
});

describe("the organization", () => {
  it("is changed by an administrator, and by nobody else", async () => {
    await setUpIt();
    const change = { name: "Brighterline", timeZone: "Asia/Tokyo" };
    for (const [kind, who] of await everyKind()) {
      if (kind === "administrator") await changeOrganization(who, change);
      else await expect(changeOrganization(who, change), kind).rejects.toThrow(NotFoundError);
    }
    expect(await db.organization.findMany()).toEqual([{ id: 1, ...change }]);
    expect(await db.auditRecord.count({ where: { action: "organization.changeOrganization" } })).toBe(1);
  });

  it("has its holidays kept by administrators and enablement managers, and seen there by nobody else", async () => {
    await setUpIt();
    for (const [kind, who] of await everyKind()) {
      if (["administrator", "organizer", "other enablement manager"].includes(kind)) {
        await addHoliday(who, labourDay);
        expect((await getOrganization(who)).holidays, kind).toEqual([labourDay]);
        await removeHoliday(who, labourDay);
      } else {
        await expect(addHoliday(who, labourDay), kind).rejects.toThrow(NotFoundError);
        await expect(removeHoliday(who, labourDay), kind).rejects.toThrow(NotFoundError);
        await expect(getOrganization(who), kind).rejects.toThrow(NotFoundError);
      }
    }
    expect(await db.auditRecord.count({ where: { action: "organization.addHoliday" } })).toBe(3);
  });

  it("has one holiday a day, also when two add it at once", async () => {
    const who = await actor(await aPerson({ grant: "ADMIN" }));
    await setUpIt();
    const both = await Promise.allSettled([addHoliday(who, labourDay), addHoliday(who, labourDay)]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(addHoliday(who, labourDay)).rejects.toMatchObject({
      sentence: { key: "organization.refused.holidayTaken" },
      field: "day",
    });
    expect(await holidayMap(db)).toEqual(new Map([[labourDay.day, labourDay.name]]));
  });

  it("loses a holiday once, and has it again when that is undone", async () => {
    const who = await actor(await aPerson({ grant: "ADMIN" }));
    await setUpIt();
    await addHoliday(who, labourDay);
    const both = await Promise.allSettled([removeHoliday(who, labourDay), removeHoliday(who, labourDay)]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await addHoliday(who, labourDay);
    expect((await holidayMap(db)).has(labourDay.day)).toBe(true);
  });
});

describe("the database", () => {
  it("answers", async () => {
    expect(await canAnswer()).toBe(true);
  });
});
