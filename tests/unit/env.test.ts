import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { root } from "@/scripts/root";

const good = {
  DATABASE_URL: "postgresql://somebody@127.0.0.1:5432/ridealong",
  APP_URL: "https://ridealong.example.com",
  AUTH_SECRET: "q7Jx2vN9bK4mTz8wRc5yHd1gLf6sPa3u",
  MAIL_FROM: "Ridealong <ridealong@example.com>",
};

/** What a start with these settings is refused with; nothing when it is not. */
async function problemsOf(settings: Record<string, string | undefined>): Promise<string[]> {
  for (const [name, value] of Object.entries({ ...good, ...settings })) vi.stubEnv(name, value);
  vi.resetModules();
  try {
    await import("@/lib/env");
    return [];
  } catch (error) {
    return (error as { problems: string[] }).problems;
  }
}

beforeEach(() => {
  for (const name of ["STAGE", "DEMO_PASSWORD", "CLOCK_FILE", "OIDC_ISSUER", "OIDC_CLIENT_ID"]) {
    vi.stubEnv(name, undefined);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe("settings", () => {
  test("that do are taken", async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  test("that are missing are named, all at once", async () => {
    const problems = await problemsOf({
      DATABASE_URL: undefined,
      APP_URL: undefined,
      AUTH_SECRET: undefined,
    });
    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual([
      "APP_URL",
      "AUTH_SECRET",
      "DATABASE_URL",
    ]);
    for (const problem of problems) expect(problem).toMatch(/ is missing: .+\.$/);
  });

  test.each([
    ["short", "q7Jx2vN9bK4m"],
    ["of one letter", "a".repeat(40)],
    ["a placeholder", "please-change-me-0123456789-abcdefghij"],
  ])("refuse a secret that is %s", async (_, secret) => {
    expect(await problemsOf({ AUTH_SECRET: secret })).toEqual([expect.stringMatching(/^AUTH_SECRET is /)]);
  });

  test("of a provider go together", async () => {
    const issuer = { OIDC_ISSUER: "https://company.example" };
    expect(await problemsOf(issuer)).toEqual([
      expect.stringMatching(/^OIDC_CLIENT_ID is missing/),
      expect.stringMatching(/^OIDC_CLIENT_SECRET is missing/),
    ]);
    expect(await problemsOf({ ...issuer, OIDC_CLIENT_ID: "ridealong", OIDC_CLIENT_SECRET: "x" })).toEqual([]);
  });

  test("say who mail is from as soon as there is a server that takes it", async () => {
    const smtp = { SMTP_URL: "smtp://mail.example.com" };
    expect(await problemsOf({ ...smtp, MAIL_FROM: undefined })).toEqual([
      expect.stringMatching(/^MAIL_FROM is missing/),
    ]);
    expect(await problemsOf({ ...smtp, MAIL_FROM: "ridealong@example.com" })).toEqual([]);
  });

  test.each([
    ["DATABASE_URL", "mysql://somewhere", "must be an address that starts with postgresql://"],
    ["DATABASE_OWNER_URL", "somewhere", "must be an address that starts with postgresql://"],
    ["DATABASE_POOL", "many", "must be a whole number from 2 to 200"],
    ["APP_URL", "ftp://ridealong", "must be an address that starts with https:// or http://"],
    ["TRUST_PROXY", "-1", "must be a whole number from 0 to 5"],
    ["SMTP_URL", "mail.example.com", "must start with smtp:// or smtps://"],
    ["MAIL_FROM", "Ridealong", "must be an e-mail address"],
    ["PORT", "70000", "must be a whole number from 0 to 65535"],
    ["MIGRATE", "no", "must be one of on, off"],
    ["DRAIN_SECONDS", "1.5", "must be a whole number from 0 to 120"],
    ["LOG_LEVEL", "loud", "must be one of debug, info, warn, error, silent"],
  ])("say of %s how it has to be", async (name, value, sentence) => {
    expect(await problemsOf({ [name]: value })).toEqual([`${name} ${sentence}.`]);
  });

  test("that .env.example has reach the containers, except those that compose decides itself", () => {
    const named = readFileSync(join(root, ".env.example"), "utf8").matchAll(/^#?([A-Z_]+)=/gm);
    const compose = readFileSync(join(root, "compose.yaml"), "utf8");
    const kept = [...named].map(([, name]) => name).filter((name) => !compose.includes(`\${${name}:`));
    expect(kept.sort()).toEqual(["DATABASE_OWNER_URL", "DATABASE_URL", "HOST", "MIGRATE", "PORT"]);
  });

  test("of the demo and of tests are refused everywhere else, and taken on their own stage", async () => {
    const staged = { DEMO_PASSWORD: "ride-along-1", CLOCK_FILE: "/tmp/clock" };
    expect(await problemsOf(staged)).toEqual([
      expect.stringMatching(/^DEMO_PASSWORD is for npm run demo alone/),
      expect.stringMatching(/^CLOCK_FILE is for tests alone/),
    ]);
    expect(await problemsOf({ ...staged, STAGE: "demo" })).toEqual([]);
  });
});

test.each(["scripts/start.ts", "worker.ts"])(
  "without them %s ends and says which, in sentences alone",
  (file) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", file], {
      cwd: root,
      env: { NODE_ENV: "production", PATH: process.env.PATH, AUTH_SECRET: good.AUTH_SECRET },
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      "Ridealong does not start:",
      expect.stringMatching(/^- DATABASE_URL is missing: .+\.$/),
      expect.stringMatching(/^- APP_URL is missing: .+\.$/),
    ]);
  },
);
