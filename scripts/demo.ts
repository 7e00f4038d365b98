import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isBuilt } from "./build";
import { readStory, settingsFor, startServer, tellStory } from "./company";
import { generate } from "./generate";
import { defaultData, emptyDatabase, type Ground, openGround, secretsOf } from "./ground";
import { migrate } from "./migrate";
import { findPort, pause, type Run, runScript } from "./processes";

const usage = "npm run demo -- [--port 3000] [--data .data] [--reset] [--crowded]";

const people = [
  ["admin@ridealong.example", "administrator"],
  ["enablement@ridealong.example", "enablement manager"],
  ["floor@ridealong.example", "floor manager"],
  ["mentor@ridealong.example", "mentor"],
  ["mentee@ridealong.example", "mentee"],
  ["sme@ridealong.example", "subject matter expert"],
  ["assessor@ridealong.example", "assessor"],
];

const runs = new Set<Run>();
let ground: Ground | undefined;
let stopping = false;

function track(run: Run) {
  runs.add(run);
  run.ended.then(() => runs.delete(run));
}

/** The server and the worker finish what they are at before the database goes. */
async function stop(code: number) {
  if (stopping) return;
  stopping = true;
  await Promise.all([...runs].map((run) => run.stop()));
  await ground?.stop();
  process.exit(code);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string" },
        data: { type: "string" },
        reset: { type: "boolean", default: false },
        crowded: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port ?? 3000);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error("--port is a number up to 65535.");
    return { ...values, port, data: values.data ? resolve(values.data) : defaultData };
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(1);
  }
}

/** Starts a process and starts it again when it ends unasked, unless it ends at once. */
async function keepRunning(name: string, first: Run, again: () => Run) {
  for (let run = first; !stopping; run = again()) {
    const before = performance.now();
    await run.ended;
    if (stopping) return;
    if (performance.now() - before < 3000) {
      console.error(`The ${name} ended by itself.`);
      return stop(1);
    }
    console.error(`The ${name} ended and is started again.`);
    await pause(500);
  }
}

async function demo() {
  const options = readOptions();
  generate();
  const building = isBuilt() ? undefined : runScript("scripts/build.ts", ["--if-needed"], process.env);
  if (building) track(building);
  ground = await openGround(options.data);
  // Nobody's work is deleted: what is not the demo's is refused before anything else happens to it.
  await readStory(ground.ownerUrl);
  if (options.reset) await emptyDatabase(ground.ownerUrl);
  const { ownerUrl, applicationUrl } = ground;
  await migrate(ownerUrl, applicationUrl);

  const { authSecret, demoPassword } = secretsOf(options.data);
  const settings = (port: number) =>
    settingsFor(ground as Ground, port, { AUTH_SECRET: authSecret, DEMO_PASSWORD: demoPassword });
  const free = await findPort(options.port);
  await tellStory(ground, settings(free), track, options.crowded);
  if (building && (await building.ended) !== 0) throw new Error("The demo cannot start without its build.");

  const start = (port: number) => startServer(port, settings, track);
  const { run: server, port } = await start(free);
  const startWorker = () => {
    const run = runScript("worker.ts", [], settings(port));
    track(run);
    return run;
  };
  void keepRunning("worker", startWorker(), startWorker);
  void keepRunning("server", server, () => {
    const run = runScript("scripts/start.ts", [], settings(port));
    track(run);
    return run;
  });
  if (port !== options.port) console.log(`Port ${options.port} is taken, so this is on ${port}.`);
  console.log(`\nRidealong is ready at http://localhost:${port}\n`);
  for (const [address, part] of people) console.log(`  ${address?.padEnd(30)} ${part}`);
  console.log(`\n  Everybody's password: ${demoPassword}\n\nCtrl-C stops it; what you did is kept.`);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

try {
  await demo();
} catch (error) {
  if (!stopping) console.error((error as Error).message);
  await stop(1);
}
