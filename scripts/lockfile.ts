import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./root";

type Entry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lockfile = { packages: Record<string, Entry> };

const file = join(root, "package-lock.json");
const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/** Where Node.js would find a package from inside another one, if the lockfile has it. */
function isThere(packages: Record<string, Entry>, from: string, name: string) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")))) {
    if (packages[place ? `${place}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (!place) return false;
  }
}

/** What a package is for, which the makers of native packages all say in its name. */
function platformOf(name: string): Entry {
  const parts = name.split(/[/-]/);
  const os = systems.filter((system) => parts.includes(system));
  const cpu = processors.filter((processor) => parts.includes(processor));
  const musl = parts.some((part) => part.startsWith("musl"));
  const glibc = parts.some((part) => part.startsWith("gnu"));
  return {
    ...(os.length ? { os } : {}),
    ...(cpu.length ? { cpu } : {}),
    ...(musl ? { libc: ["musl"] } : glibc ? { libc: ["glibc"] } : {}),
  };
}

/** The packages of other platforms that a lockfile should name and does not, as `node_modules/…` to entry. */
export function missingFrom({ packages }: Lockfile) {
  const missing: Record<string, Entry> = {};
  for (const [place, { optionalDependencies, dev }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies ?? {})) {
      if (isThere(packages, place, name)) continue;
      const version = range.replace(/^[\^~]/, "");
      missing[`node_modules/${name}`] = {
        version,
        ...(dev ? { dev } : {}),
        optional: true,
        ...platformOf(name),
      };
    }
  }
  return missing;
}

export function readLockfile(): Lockfile {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * npm leaves packages of other platforms out of the lockfile when it does not reach them, or does not look because
 * node_modules is there; and then `npm ci` refuses that lockfile. This names them again.
 */
function completeLockfile() {
  const lockfile = readLockfile();
  const missing = missingFrom(lockfile);
  const entries = Object.entries({ ...lockfile.packages, ...missing });
  const packages = Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other, "en")));
  writeFileSync(file, `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} packages of other platforms were added to package-lock.json.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) completeLockfile();
