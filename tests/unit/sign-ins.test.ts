import { describe, expect, it } from "vitest";
import { isCommonPassword } from "@/lib/sign-ins/common-passwords";
import { deviceOf, landingPath, passwordRefusal } from "@/lib/sign-ins/rules";
import { changePasswordSchema, newPasswordSchema, requestResetSchema } from "@/lib/sign-ins/schema";
import { words } from "../support/words";

const token = "A".repeat(43);
const problems = (password: unknown) =>
  newPasswordSchema.safeParse({ token, password }).error?.issues.map((issue) => issue.message.split("|")[0]);

describe("a password", () => {
  it.each([
    "password1234",
    "Password2026!!",
    "P@ssw0rd12345",
    "123456789012",
    "qwertyuiop12",
    "1qaz2wsx3edc",
    "1q2w3e4r5t6y",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "111122223333",
    "welcomewelcome",
    "Summer2026!!!!",
    "correct horse battery staple",
    "administrator1",
    "ridealong2026!",
    "trustno1trustno1",
    "iloveyou12345",
  ])("is refused when it is a first guess: %s", (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each(["Amara Okafor 1", "amara.okafor2026", "okafor-2026-!!", "amara.o@2026!!!"])(
    "is refused when it is what one is called: %s",
    (password) => {
      const reason = passwordRefusal(password, { name: "Amara Okafor", email: "amara.o@test.example" });
      expect(words(reason)).toMatch(/Choose another one/);
    },
  );

  it.each([
    "tango-umbrella-73",
    "the moon is not cheese",
    "korrekt Pferd Batterie",
    "пароль от всего здесь",
    "我的密码是很长的一句话哦",
    "𝔘𝔫𝔦 𝔠𝔬𝔡𝔢 𝔭𝔞𝔰𝔰",
    "Zx9!kq2Lm#4v",
    "summer rain in dallas 4",
    "amara walks to work",
  ])("is taken when it is none: %s", (password) => {
    expect(passwordRefusal(password, { name: "Amara Okafor", email: "amara@test.example" })).toBeNull();
  });

  it("is judged in no time, whatever it is", () => {
    const start = performance.now();
    for (const piece of ["test", "may", "abc", "a", "love", "12"]) isCommonPassword(`${piece.repeat(128)}~`);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it("has 12 to 128 characters, counted as people count them", () => {
    expect(problems("a".repeat(11))).toEqual(["sign-ins.invalid.tooShort"]);
    expect(problems("🚲".repeat(11))).toEqual(["sign-ins.invalid.tooShort"]);
    expect(problems("e\u0301".repeat(11))).toEqual(["sign-ins.invalid.tooShort"]);
    expect(problems("🚲".repeat(12))).toBeUndefined();
    expect(problems("🚲".repeat(128))).toBeUndefined();
    expect(problems("a".repeat(129))).toEqual(["sign-ins.invalid.tooLong"]);
  });

  it.each([null, undefined, 12, {}, ["four green bicycles"]])("is a text, not %s", (password) => {
    expect(problems(password)).toEqual(["sign-ins.invalid.password"]);
    expect(changePasswordSchema.safeParse({ current: password, password }).success).toBe(false);
  });
});

describe("what a link and an address look like", () => {
  it.each(["", "short", `${token}=`, "A".repeat(44), null])("is no secret of a link: %s", (given) => {
    expect(newPasswordSchema.safeParse({ token: given, password: "four green bicycles" }).success).toBe(
      false,
    );
  });

  it("lets an address be written in capitals and with blanks around it", () => {
    expect(requestResetSchema.parse({ email: "  Ana@Test.Example " })).toEqual({ email: "ana@test.example" });
  });

  it.each([
    "ana",
    "ana@",
    "@test.example",
    "a b@test.example",
    "ana@test.example\0",
    `${"a".repeat(250)}@b.co`,
  ])("is no address: %s", (email) => {
    expect(requestResetSchema.safeParse({ email }).success).toBe(false);
  });
});

describe("where one lands after signing in", () => {
  it.each(["/cohorts", "/people?q=a%20b&state=ACTIVE", "/today/mentor#now", "/floors/../people"])(
    "is the page one asked for: %s",
    (from) => {
      expect(landingPath(from)).toBe(from === "/floors/../people" ? "/people" : from);
    },
  );

  it.each([
    undefined,
    ["/a", "/b"],
    "",
    "/",
    "people",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "/api/auth/signout",
    "/sign-in?from=/sign-in",
    `/${"a".repeat(3000)}`,
  ])("is Today for %s", (from) => {
    expect(landingPath(from)).toBe("/today");
  });
});

describe("a browser", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge",
      "Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604",
      "Safari",
      "iPhone",
    ],
    [
      "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
      "Chrome",
      "Android",
    ],
    ["curl/8.0", null, null],
    [null, null, null],
  ])("is told by two names: %s", (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
});
