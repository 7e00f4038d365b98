import { describe, expect, it } from "vitest";
import { directoryHref, readDirectoryAddress } from "@/components/people/directory-address";
import {
  deactivationRefusal,
  invitationRefusal,
  mergeEdit,
  type PersonWords,
  personState,
  personStates,
  timeZoneChoices,
} from "@/lib/people/rules";
import { addPersonSchema, changeOwnSettingsSchema } from "@/lib/people/schema";
import { words } from "../support/words";

const profile: PersonWords = {
  name: "Ana",
  email: "ana@test.example",
  title: "",
  floorId: "",
  managerEmail: "",
  hireDate: "",
  timeZone: "UTC",
};

describe("where somebody stands", () => {
  it("is told from what is known of their account", () => {
    const told = (deactivated: boolean, signsIn: boolean, invited: boolean) =>
      personState({ deactivated, signsIn, invited });
    expect(told(false, false, false)).toBe("NOT_INVITED");
    expect(told(false, false, true)).toBe("INVITED");
    expect(told(false, true, true)).toBe("ACTIVE");
    expect(told(true, true, true)).toBe("DEACTIVATED");
  });

  it("decides whether they can be invited", () => {
    const possible = personStates.filter((state) => invitationRefusal(state) === null);
    expect(possible).toEqual(["INVITED", "NOT_INVITED"]);
    expect(words(invitationRefusal("ACTIVE"))).toMatch(/can sign in already/);
    expect(words(invitationRefusal("DEACTIVATED"))).toMatch(/deactivated/);
  });

  it("lets anybody be deactivated but oneself and the last administrator", () => {
    expect(deactivationRefusal({ self: false, lastAdministrator: false })).toBeNull();
    expect(words(deactivationRefusal({ self: true, lastAdministrator: false }))).toMatch(/yourself/);
    expect(words(deactivationRefusal({ self: false, lastAdministrator: true }))).toMatch(
      /last administrator/,
    );
  });
});

describe("an edit beside somebody else's", () => {
  const edit = (theirs: Partial<PersonWords>, mine: Partial<PersonWords>) =>
    mergeEdit(profile, { ...profile, ...theirs }, { ...profile, ...mine });

  it("writes only what was changed here", () => {
    expect(edit({}, {})).toEqual({ changed: [], conflict: null, theirs: "" });
    expect(edit({ title: "Theirs" }, { timeZone: "Asia/Tokyo" })).toMatchObject({
      changed: ["timeZone"],
      conflict: null,
    });
  });

  it("is no conflict when both wrote the same", () => {
    expect(edit({ title: "Seller" }, { title: "Seller" })).toMatchObject({ changed: [], conflict: null });
  });

  it("is a conflict when both wrote different things, and says what the other wrote", () => {
    expect(edit({ title: "Theirs" }, { title: "Mine" })).toMatchObject({
      conflict: "title",
      theirs: "Theirs",
    });
  });
});

describe("what is written of a person", () => {
  const whole = { ...profile, grants: [], invite: false };
  const keys = (change: object) =>
    addPersonSchema
      .safeParse({ ...whole, ...change })
      .error?.issues.map((issue) => [issue.path[0], issue.message.split("|")[0]]);

  it("is trimmed, and null where it is empty", () => {
    expect(
      addPersonSchema.parse({ ...whole, name: "  Ana\u0301 ", email: " ANA@test.example" }),
    ).toMatchObject({
      name: "An\u00e1",
      email: "ana@test.example",
      title: null,
      floorId: null,
      managerEmail: null,
      hireDate: null,
    });
  });

  it.each([
    ["name", "", "people.invalid.name"],
    ["name", "\u200d\u200c", "people.invalid.name"],
    ["name", "Ana\0", "errors.text.strange"],
    ["name", "Ana\nBcc: x@test.example", "errors.text.strange"],
    ["name", "a".repeat(121), "errors.text.tooLong"],
    ["name", null, "people.invalid.name"],
    ["email", "ana", "errors.text.email"],
    ["email", undefined, "errors.text.email"],
    ["floorId", "SMB", "people.invalid.floor"],
    ["managerEmail", "boss", "errors.text.email"],
    ["hireDate", "2026-02-30", "errors.text.day"],
    ["timeZone", "Mars/Olympus", "errors.text.timeZone"],
    ["grants", ["KING"], "people.invalid.grants"],
    ["grants", "ADMIN", "people.invalid.grants"],
  ])("is refused beside its field: %s = %j", (field, value, key) => {
    expect(keys({ [field]: value })?.[0]).toEqual([field, key]);
  });

  it("takes names of any script", () => {
    for (const name of [
      "王小明",
      "محمد الأمين",
      "נועה כהן",
      "Nguyễn Thị Lan",
      "O’Brien-Şimşek",
      "X Æ A-12",
    ]) {
      expect(keys({ name })).toBeUndefined();
    }
  });

  it("drops what is no field of it", () => {
    expect(addPersonSchema.parse({ ...whole, passwordHash: "x", deactivatedAt: null })).not.toHaveProperty(
      "passwordHash",
    );
    expect(changeOwnSettingsSchema.parse({ theme: "DARK", email: "x@test.example" })).toEqual({
      theme: "DARK",
    });
  });
});

describe("the directory's address", () => {
  it("holds the filters, and starts at the first page when one changes", () => {
    const shown = readDirectoryAddress({ q: " zoë ", state: "INVITED", after: crypto.randomUUID() });
    expect(directoryHref(shown)).toBe("/people?q=zo%C3%AB&state=INVITED");
    expect(directoryHref({})).toBe("/people");
  });

  it("leaves out what means nothing", () => {
    const given = {
      q: "a\0b",
      floor: "SMB",
      grant: "KING",
      state: ["INVITED", "ACTIVE"],
      after: "1; DROP TABLE",
    };
    expect(readDirectoryAddress(given)).toEqual({ q: "ab", state: "INVITED" });
  });
});

describe("the time zones to choose from", () => {
  it("hold UTC and the one that is set, however it is spelt, once each", () => {
    const zones = timeZoneChoices("europe/berlin");
    expect(zones).toEqual(expect.arrayContaining(["UTC", "Europe/Berlin", "europe/berlin"]));
    expect(new Set(timeZoneChoices("UTC")).size).toBe(timeZoneChoices("UTC").length);
  });
});
