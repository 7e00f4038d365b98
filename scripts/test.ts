import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser";
import { build } from "./build";
import { generate } from "./generate";
import { freePort } from "./processes";
import { root } from "./root";

export type Result = { passed: number; failed: number };

type VitestReport = { numPassedTests: number; numFailedTests: number };
type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number } };

function run(file: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise<number>((done) => {
    child.once("error", () => done(1));
    child.once("exit", (code) => done(code ?? 1));
  });
}

/** A runner that failed without a failed test (a file that does not load, say) counts as one. */
function count(code: number, report: string, read: (text: string) => Result): Result {
  const { passed, failed } = existsSync(report)
    ? read(readFileSync(report, "utf8"))
    : { passed: 0, failed: 0 };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function runVitest(projects: string[], rest: string[], folder: string) {
  const report = join(folder, "vitest.json");
  const only = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run("node_modules/vitest/vitest.mjs", ["run", ...only, ...reporters, ...rest], {});
  return count(code, report, (text) => {
    const { numPassedTests, numFailedTests }: VitestReport = JSON.parse(text);
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

async function runPlaywright(rest: string[], folder: string) {
  const browser = await findBrowser();
  await build();
  const report = join(folder, "playwright.json");
  const code = await run("node_modules/@playwright/test/cli.js", ["test", ...rest], {
    CHROMIUM_PATH: browser,
    E2E_PORT: process.env.E2E_PORT ?? String(await freePort()),
    E2E_FOLDER: join(folder, "e2e"),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return count(code, report, (text) => {
    const { stats }: PlaywrightReport = JSON.parse(text);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
}

/** Runs all tests, or one kind of them: `unit`, `integration` or `e2e`, narrowed by what the runner takes. */
export async function runTests([kind, ...rest]: string[] = []): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "ridealong-results-"));
  const results: Result[] = [];
  try {
    generate();
    if (kind !== "e2e") {
      const projects = kind ? [kind] : ["unit", "integration"];
      results.push(await runVitest(projects, rest, folder));
    }
    if (!kind || kind === "e2e") results.push(await runPlaywright(rest, folder));
  } catch (error) {
    console.error((error as Error).message);
    results.push({ passed: 0, failed: 1 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sum = (part: keyof Result) => results.reduce((total, result) => total + result[part], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  if (args[0] && !["unit", "integration", "e2e"].includes(args[0])) {
    console.error("npm test -- [unit | integration | e2e] [what to narrow it by, a file for instance]");
    process.exit(1);
  }
  const { passed, failed } = await runTests(args);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
