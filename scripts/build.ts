import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate";
import { alive, pause } from "./processes";
import { root } from "./root";

/** Everything that a build is made of. */
const sources = [
  "app",
  "components",
  "i18n",
  "lib",
  "messages",
  "prisma/models",
  "prisma/schema.prisma",
  "public",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tailwind.config.ts",
  "tsconfig.json",
];

const stampFile = join(root, ".next/ridealong-sources");
const lockFile = join(root, ".next.lock");

function filesIn(path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesIn(join(path, name)));
}

function hashOfSources() {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap(filesIn))
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Whether the build in `.next` is of the present sources. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === hashOfSources();
}

/** Takes the lock, or waits until whoever builds here has ended. */
async function lock() {
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const builder = Number(existsSync(lockFile) ? readFileSync(lockFile, "utf8") : 0);
    if (builder && !alive(builder)) rmSync(lockFile, { force: true });
    await pause(500);
  }
}

async function runBuild() {
  const hash = hashOfSources();
  rmSync(stampFile, { force: true });
  const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
  const code = await new Promise((done) => child.once("close", done).once("error", done));
  if (code !== 0) throw new Error(`The build failed.\n${said}`);
  writeFileSync(stampFile, hash);
}

/** Builds unless the build of the present sources is there. Of several that start at once, one builds. */
export async function build(options: { always?: boolean } = {}) {
  if (!options.always && isBuilt()) return;
  await lock();
  try {
    if (!options.always && isBuilt()) return;
    generate();
    await runBuild();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ always: !process.argv.includes("--if-needed") });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
