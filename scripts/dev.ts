import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readStory, settingsFor, tellStory } from "./company";
import { generate } from "./generate";
import { defaultData, type Ground, openGround, secretsOf } from "./ground";
import { migrate } from "./migrate";
import { findPort, guard, type Run, runScript } from "./processes";
import { root } from "./root";

const runs: Run[] = [];
let ground: Ground | undefined;
let stopping = false;

async function stop(code: number) {
  if (stopping) return;
  stopping = true;
  await Promise.all(runs.map((run) => run.stop()));
  await ground?.stop();
  process.exit(code);
}

/** The same ground as the demo's, with Next.js reading every change. A changed worker or script is started again by hand. */
async function dev() {
  const { values } = parseArgs({ options: { port: { type: "string" }, data: { type: "string" } } });
  const folder = values.data ?? defaultData;
  generate();
  ground = await openGround(folder);
  await readStory(ground.ownerUrl);
  await migrate(ground.ownerUrl, ground.applicationUrl);
  const { authSecret, demoPassword } = secretsOf(folder);
  const port = await findPort(Number(values.port ?? 3000));
  const own = { AUTH_SECRET: authSecret, DEMO_PASSWORD: demoPassword, NODE_ENV: "development" };
  const env = settingsFor(ground, port, own);
  await tellStory(ground, env, (run) => runs.push(run));
  runs.push(runScript("worker.ts", [], env));
  console.log(`Everybody's password: ${demoPassword}`);
  const program = join(root, "node_modules/next/dist/bin/next");
  // As in the demo, the sign-in page shows everybody's password: it is for this machine, unless one says otherwise.
  const host = process.env.HOST ?? "localhost";
  const next = spawn(process.execPath, [program, "dev", "--port", String(port), "--hostname", host], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  if (next.pid) next.once("exit", guard(next.pid, "TERM"));
  next.once("exit", (code) => void stop(code ?? 0));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

try {
  await dev();
} catch (error) {
  if (!stopping) console.error((error as Error).message);
  await stop(1);
}
