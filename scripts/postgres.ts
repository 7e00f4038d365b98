import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { canLiveIn, findBinaries, findRunner, findShelter, type Runner } from "./postgres-files";
import { alive, freePort, guard, pause } from "./processes";

export type Postgres = {
  /** The address of one of its databases, for the user that owns everything. */
  url(database: string): string;
  /** Stops the server if this process started it; leaves it alone if another one did. */
  stop(): Promise<void>;
};

/** What the data folder remembers of its server; `keeper` is the process that answers for it. */
type Note = { password: string; keeper: number; folder: string; shelter?: string | undefined };
type Place = { folder: string; home: string; runner: Runner; note: Note };

type Mode = "durable" | "careless";

const durable = ["max_connections=100"];
const careless = [
  "max_connections=200",
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum=off",
];
const always = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "jit=off",
  "password_encryption=scram-sha-256",
];

/**
 * Starts the embedded PostgreSQL of a data folder, making it on the first start, and gives its addresses.
 * It listens on a free port of the loopback address and ends with this process, however that ends. Where it
 * already runs it is shared. `careless` is for tests: faster, and without a promise to survive a power cut.
 * `litter` is a folder to delete when this process is killed.
 */
export async function startPostgres(
  folder: string,
  mode: Mode = "durable",
  litter?: string,
): Promise<Postgres> {
  const place = prepare(resolve(folder));
  const running = await findRunning(place);
  if (running) return running;
  const binaries = findBinaries(place.home, place.runner);
  if (!existsSync(join(place.home, "data/PG_VERSION"))) initialize(place, binaries);
  for (let attempt = 1; ; attempt++) {
    const server = await launch(place, binaries, mode, litter);
    if (server) return server;
    const other = await findRunning(place);
    if (other) return other;
    if (attempt === 3) {
      const log = readFileSync(join(place.home, "log"), "utf8").trim().split("\n").slice(-8).join("\n");
      throw new Error(`The embedded PostgreSQL did not start:\n${log}`);
    }
  }
}

/** Starts a server on new files, careless of power cuts; `stop` deletes them, and so does the end of this process. */
export async function startTemporaryPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "ridealong-"));
  // Only we may read there, but PostgreSQL's own user has to be able to pass through.
  chmodSync(folder, 0o711);
  const postgres = await startPostgres(folder, "careless", folder);
  const stop = async () => {
    await postgres.stop();
    await removePostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

/** Forgets the database of a data folder. Refuses while its server runs. */
export async function removePostgres(folder: string) {
  const place = prepare(resolve(folder));
  if (await findRunning(place)) {
    throw new Error(`The database in ${folder} is in use: stop what runs on it first.`);
  }
  rmSync(place.home, { recursive: true, force: true });
  rmSync(join(place.folder, "postgres.json"), { force: true });
}

function prepare(folder: string): Place {
  mkdirSync(folder, { recursive: true });
  const runner = findRunner();
  const file = join(folder, "postgres.json");
  let note = read(file);
  // A copied folder leaves the database to the original; a moved one takes it along.
  const copied = note && note.folder !== folder && existsSync(join(note.folder, "postgres.json"));
  if (!note || (copied && note.shelter)) note = makeNote(folder, runner, Boolean(note));
  const home = note.shelter ?? join(folder, "postgres");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (runner) chownSync(home, runner.uid, runner.gid);
  return { folder, home, runner, note };
}

function read(file: string): Note | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Of two processes that come first at the same time, the second takes the note of the first. */
function makeNote(folder: string, runner: Runner, replace: boolean): Note {
  const file = join(folder, "postgres.json");
  const shelter = canLiveIn(folder, runner) ? undefined : findShelter(folder);
  const fresh = { password: randomBytes(24).toString("hex"), keeper: process.pid, folder, shelter };
  try {
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600, flag: replace ? "w" : "wx" });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return read(file) as Note;
  }
}

function keep({ folder, note }: Place) {
  Object.assign(note, { keeper: process.pid, folder });
  writeFileSync(join(folder, "postgres.json"), JSON.stringify(note), { mode: 0o600 });
  if (note.shelter) writeFileSync(join(note.shelter, "for"), folder);
}

/** The server that already runs on these files, if one does; a lock file that a crash left behind is cleared. */
async function findRunning(place: Place): Promise<Postgres | undefined> {
  const lock = join(place.home, "data/postmaster.pid");
  for (let waited = 0; existsSync(lock) && waited < 30_000; waited += 100) {
    const [pid, , , port] = readFileSync(lock, "utf8").split("\n").map(Number);
    if (!pid || !alive(pid)) return undefined;
    if (!isPostgres(pid)) {
      rmSync(lock, { force: true });
      return undefined;
    }
    if (port && (await answers(addressOf(place, port, "postgres")))) {
      const mine = !alive(place.note.keeper);
      if (mine) keep(place);
      return {
        url: (database) => addressOf(place, port, database),
        stop: () => (mine ? end(pid) : Promise.resolve()),
      };
    }
    await pause(100);
  }
  return undefined;
}

/** After a crash another program may carry the number that the lock file names, or a dead one that nobody buried. */
function isPostgres(pid: number) {
  const ps = spawnSync("ps", ["-o", "stat=,args=", "-p", String(pid)], { encoding: "utf8" });
  if (!ps.error) return !ps.stdout.trim().startsWith("Z") && ps.stdout.includes("postgres");
  const command = `/proc/${pid}/cmdline`;
  return !existsSync(command) || readFileSync(command, "utf8").includes("postgres");
}

/** Made beside its final place and moved there when it is whole, so that a killed first start leaves no half. */
function initialize({ home, runner, note }: Place, binaries: string) {
  const half = join(home, `data.${process.pid}`);
  const password = join(home, `password.${process.pid}`);
  writeFileSync(password, note.password, { mode: 0o600 });
  if (runner) chownSync(password, runner.uid, runner.gid);
  const args = ["-D", half, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${password}`, "-E", "UTF8"];
  args.push("--locale-provider=icu", "--icu-locale=und", "--locale=C", "--no-sync");
  const run = spawnSync(join(binaries, "initdb"), args, { ...surroundings(home, runner), encoding: "utf8" });
  rmSync(password, { force: true });
  if (run.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`The embedded PostgreSQL could not be set up: ${run.error?.message ?? run.stderr}`);
  }
  try {
    renameSync(half, join(home, "data"));
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(join(home, "data/PG_VERSION"))) throw error;
  }
}

/** PostgreSQL gets a folder it may stand in and none of our variables: PGDATA and its like would mislead it. */
function surroundings(home: string, runner: Runner) {
  const env: Partial<NodeJS.ProcessEnv> = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return { ...runner, cwd: home, env: env as NodeJS.ProcessEnv };
}

async function launch(place: Place, binaries: string, mode: Mode, litter?: string) {
  const port = await freePort();
  const settings = [...always, ...(mode === "careless" ? careless : durable)].flatMap((it) => ["-c", it]);
  const log = openSync(join(place.home, "log"), "w", 0o600);
  const child = spawn(
    join(binaries, "postgres"),
    ["-D", join(place.home, "data"), "-p", String(port), ...settings],
    {
      ...surroundings(place.home, place.runner),
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  const pid = await new Promise<number | undefined>((done) => {
    child.once("spawn", () => done(child.pid));
    child.once("error", () => done(undefined));
  });
  if (!pid) return undefined;
  const release = guard(pid, "INT", litter);
  child.once("exit", release);
  child.unref();
  try {
    while (child.exitCode === null && child.signalCode === null) {
      if (await answers(addressOf(place, port, "postgres"))) {
        keep(place);
        return { url: (database: string) => addressOf(place, port, database), stop: () => end(pid) };
      }
      await pause(50);
    }
  } catch (error) {
    await end(pid);
    throw error;
  }
  return undefined;
}

const wrongPassword =
  "The embedded database was made with another password than its postgres.json holds: delete the data folder to start anew.";

async function answers(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") throw new Error(wrongPassword);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function addressOf({ note }: Place, port: number, database: string) {
  return `postgresql://postgres:${note.password}@127.0.0.1:${port}/${database}`;
}

/** SIGINT ends open transactions and stops cleanly; SIGQUIT, if that takes too long, stops like a crash. */
async function end(pid: number) {
  const signal = (name: "SIGINT" | "SIGQUIT") => {
    try {
      process.kill(pid, name);
    } catch {
      // It is already gone, which is what we are after.
    }
  };
  signal("SIGINT");
  for (let waited = 0; alive(pid); waited += 20) {
    if (waited === 10_000) signal("SIGQUIT");
    if (waited > 20_000) return;
    await pause(20);
  }
}

/** Makes a database if it is not there yet. Gives whether it made one. */
export async function createDatabase(postgres: Postgres, name: string, template?: string) {
  const client = new pg.Client({ connectionString: postgres.url("postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount) return false;
    const from = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : "";
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${from}`);
    return true;
  } finally {
    await client.end();
  }
}
