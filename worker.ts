import { EventEmitter } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import pg from "pg";

// The settings come first: without them there is no log either, so whoever starts this is told why not.
const { env } = await import("@/lib/env").catch((error: Error) => {
  process.stderr.write(`${error.name === "SettingsError" ? error.message : error.stack}\n`);
  process.exit(1);
});
const [{ db }, { log, traceOf }] = await Promise.all([import("@/lib/db"), import("@/lib/log")]);

// The queue's own tables belong to the owner of the database; what the tasks do to our rows goes through lib/db.
const connectionString = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
const presenceLock = 7_264_191;
const sweepEvery = 5_000;
const tryAgainAfter = 2_000;

let stopping = false;

/** The tasks and timetables that the nouns offer in lib/<noun>/jobs.ts. */
async function collectTasks(): Promise<{ taskList: TaskList; crontab: string }> {
  const lib = path.join(import.meta.dirname, "lib");
  const files = readdirSync(lib)
    .map((noun) => path.join(lib, noun, "jobs.ts"))
    .filter((file) => existsSync(file));
  const jobs: { tasks: TaskList; crontab?: string }[] = await Promise.all(
    files.map((file) => import(pathToFileURL(file).href)),
  );
  return {
    taskList: Object.assign({}, ...jobs.map((each) => each.tasks)),
    crontab: jobs.flatMap((each) => each.crontab ?? []).join("\n"),
  };
}

/** The queue speaks of jobs by their number and kind; what went wrong in one is said by {@link tellFailures}. */
const queueLog = new Logger(() => (level, message, meta) => {
  if (meta?.failure || meta?.error) return;
  const say = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;
  log[say[level]]({ queue: message.split("\n")[0]?.slice(0, 200) }, "queue");
});

function tellFailures(events: WorkerEvents): void {
  events.on("job:error", ({ job, error }) => {
    log.warn(
      { task: job.task_identifier, job: job.id, attempt: job.attempts, ...traceOf(error) },
      "job failed",
    );
  });
}

type Presence = { client: pg.Client; holders: string[]; lost: Promise<never> };

/** Holds a lock in the name that our jobs are taken in, as long as this process lives: how others tell that it was killed. */
async function showPresence(events: WorkerEvents): Promise<Presence> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000, keepAlive: true });
  const holders: string[] = [];
  const lost = new Promise<never>((_, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("the connection to the database ended")));
  });
  lost.catch(() => undefined);
  await client.connect();
  events.on("pool:create", ({ workerPool }) => {
    holders.push(workerPool.id);
    client
      .query("SELECT pg_advisory_lock($1, hashtext($2))", [presenceLock, workerPool.id])
      .catch((error) => log.warn(traceOf(error), "presence was not recorded"));
  });
  return { client, holders, lost };
}

/** Gives the jobs of workers that were killed back to the queue, which by itself waits four hours for them. */
async function freeAbandonedJobs({ client, holders }: Presence): Promise<void> {
  await client.query(
    `SELECT graphile_worker.force_unlock_workers(ARRAY[holder]) FROM (
       SELECT DISTINCT locked_by AS holder FROM graphile_worker.jobs
       WHERE locked_by <> ALL ($2) AND locked_at < now() - interval '3 seconds'
     ) held WHERE pg_try_advisory_xact_lock($1, hashtext(holder))`,
    [presenceLock, holders],
  );
}

/** Works until it is stopped or the database goes away. */
async function work(tasks: Awaited<ReturnType<typeof collectTasks>>, onStart: (runner: Runner) => void) {
  const events: WorkerEvents = new EventEmitter();
  tellFailures(events);
  const presence = await showPresence(events);
  let runner: Runner | undefined;
  try {
    runner = await run({
      connectionString,
      ...tasks,
      events,
      concurrency: 4,
      maxPoolSize: 6,
      noHandleSignals: true,
      // Longer than an SMTP server may keep us waiting: who is asked to stop finishes what it began.
      gracefulShutdownAbortTimeout: 30_000,
      logger: queueLog,
    });
    onStart(runner);
    log.info({ tasks: Object.keys(tasks.taskList) }, "the worker is ready");
    const finished = runner.promise.then(() => "finished" as const);
    for (let next = ""; next !== "finished"; ) {
      await freeAbandonedJobs(presence);
      next = await Promise.race([finished, presence.lost, pause(sweepEvery, "sweep" as const)]);
    }
  } finally {
    if (!stopping) await runner?.stop().catch(() => undefined);
    await presence.client.end().catch(() => undefined);
  }
}

async function main(): Promise<void> {
  const tasks = await collectTasks();
  let runner: Runner | undefined;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info("the worker stops when its jobs are done");
    runner?.stop().catch((error) => log.warn(traceOf(error), "the queue did not stop cleanly"));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  while (!stopping) {
    try {
      await work(tasks, (started) => {
        runner = started;
        if (stopping) void started.stop();
      });
    } catch (error) {
      if (stopping) break;
      log.error(traceOf(error), "the queue was interrupted and starts again");
      await pause(tryAgainAfter);
    }
  }
  await db.$disconnect();
  log.info("the worker stopped");
  process.exit(0);
}

await main();
