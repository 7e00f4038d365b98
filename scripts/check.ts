import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build";
import { findDrift } from "./drift";
import { generate } from "./generate";
import { root } from "./root";
import { type Result, runTests } from "./test";

/** Runs a program of node_modules; fails when it does. */
function tool(file: string, ...args: string[]) {
  return async () => {
    const child = spawn(process.execPath, [join(root, "node_modules", file), ...args], {
      cwd: root,
      stdio: "inherit",
    });
    const code = await new Promise<number>((done) => {
      child.once("error", () => done(1));
      child.once("exit", (ended) => done(ended ?? 1));
    });
    if (code !== 0) throw new Error(`${file} ended with ${code}.`);
  };
}

async function noDrift() {
  const missing = await findDrift();
  if (missing) throw new Error(`The migrations do not lead to the Prisma schema. They lack:\n${missing}`);
}

const imports = ["app", "components", "lib", "i18n", "prisma/seed", "proxy.ts", "worker.ts"];

/** Everything that has to hold before a change is one. What finds most in least time comes first. */
const steps: [name: string, deed: () => unknown][] = [
  ["prisma client", generate],
  ["lint", tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".")],
  ["routes", tool("next/dist/bin/next", "typegen")],
  ["types", tool("typescript/bin/tsc", "--noEmit")],
  [
    "boundaries",
    tool("dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.cjs", ...imports),
  ],
  ["dead code", tool("knip/bin/knip.js")],
  ["schema drift", noDrift],
  ["build", () => build()],
];

async function check() {
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1" });
  const result: Result = { passed: 0, failed: 0 };
  const report: string[] = [];
  const run = async (name: string, deed: () => Promise<Result>) => {
    console.log(`\n── ${name}`);
    const before = performance.now();
    const { passed, failed } = await deed();
    result.passed += passed;
    result.failed += failed;
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    report.push(`${failed ? "failed" : "ok    "}  ${seconds.padStart(6)} s  ${name}`);
  };
  for (const [name, deed] of steps) {
    await run(name, async () => {
      try {
        await deed();
        return { passed: 1, failed: 0 };
      } catch (error) {
        console.error((error as Error).message);
        return { passed: 0, failed: 1 };
      }
    });
  }
  await run("tests", () => runTests());
  console.log(`\n${report.join("\n")}\n\n${result.passed} passed, ${result.failed} failed`);
  process.exitCode = result.failed > 0 ? 1 : 0;
}

await check();
