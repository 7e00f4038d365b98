import pg from "pg";
import { emptyDatabase, type Ground } from "./ground";
import { migrate } from "./migrate";
import { pause, type Run, runScript } from "./processes";
import { portTaken } from "./server";

/** The settings that a server, a worker or the story gets from a command that started a database for it. */
export function settingsFor(ground: Ground, port: number, given: Record<string, string>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    DATABASE_URL: ground.applicationUrl,
    DATABASE_OWNER_URL: ground.ownerUrl,
    APP_URL: `http://localhost:${port}`,
    PORT: String(port),
    // Everybody's password stands on the sign-in page of a demo: it is for this machine, unless one says otherwise.
    HOST: process.env.HOST ?? "127.0.0.1",
    MIGRATE: "off",
    DRAIN_SECONDS: "0",
    STAGE: "demo",
    ...given,
  };
}

type Telling = "nothing" | "half" | "all";

/** How much of the demo story a database holds. Refuses one in which somebody really works, or that is not ours at all. */
export async function readStory(ownerUrl: string): Promise<Telling> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await storyIn(client);
  } finally {
    await client.end();
  }
}

async function storyIn(client: pg.Client): Promise<Telling> {
  // A migration that was killed leaves Prisma's own table and no other.
  const { rows: tables } = await client.query(
    `SELECT count(*)::int AS found,
            count(*) FILTER (WHERE tablename IN ('Person', 'MentorNomination', 'AuditRecord'))::int AS ours
     FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const { found, ours } = tables[0];
  if (found === 0) return "nothing";
  if (ours < 3) throw new Error("This database already holds something else: it is left alone.");
  const { rows } = await client.query(
    `SELECT count(*)::int AS people,
            bool_and(email LIKE '%@ridealong.example') AS demo,
            bool_or(email = 'admin@ridealong.example' AND "passwordHash" IS NOT NULL) AS told
     FROM "Person"`,
  );
  const { people, demo, told } = rows[0];
  // Visitors of a story that is told may have added people of their own to it; one that is half told holds only its own.
  if (people > 0 && !demo && !told) {
    throw new Error("This database already holds people who are not those of the demo: it is left alone.");
  }
  // The passwords are the last of the story.
  return told ? "all" : people > 0 ? "half" : "nothing";
}

/**
 * Tells the demo story into a migrated database. One that was interrupted is told again from its beginning.
 * @param crowded whether the crowd is told of as well, after the story and once
 */
export async function tellStory(
  ground: Ground,
  env: NodeJS.ProcessEnv,
  onStart: (run: Run) => void,
  crowded = false,
) {
  const told = await readStory(ground.ownerUrl);
  if (told === "all" && !crowded) return;
  if (told === "half") {
    await emptyDatabase(ground.ownerUrl);
    await migrate(ground.ownerUrl, ground.applicationUrl);
  }
  const run = runScript("prisma/seed/seed.ts", crowded ? ["--crowded"] : [], env);
  onStart(run);
  if ((await run.ended) !== 0) throw new Error("The demo story could not be told.");
}

/** Most of what a page is made of is thrown away with it: with more room for that, less is tidied up in between. */
const roomForPages = "--max-semi-space-size=64";

/** Waits until a server takes requests. Gives what its process ended with if it ended instead. */
async function untilReady(port: number, run: Run): Promise<number | "ready"> {
  let ended: number | undefined;
  run.ended.then((code) => {
    ended = code;
  });
  for (let waited = 0; waited < 60_000 && ended === undefined; waited += 100) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined);
    if (answer?.ok && ended === undefined) return "ready";
    await pause(100);
  }
  if (ended !== undefined) return ended;
  throw new Error("The server did not become ready within a minute.");
}

/** Starts a server on the first port from `port` on that it can have. */
export async function startServer(
  port: number,
  envFor: (port: number) => NodeJS.ProcessEnv,
  onStart: (run: Run) => void,
) {
  for (let tried = port; tried < port + 50; tried++) {
    const run = runScript("scripts/start.ts", [], envFor(tried), [roomForPages]);
    onStart(run);
    const outcome = await untilReady(tried, run);
    if (outcome === "ready") return { run, port: tried };
    if (outcome !== portTaken) throw new Error("The server did not start.");
  }
  throw new Error(`None of the ports ${port} to ${port + 49} is free.`);
}
