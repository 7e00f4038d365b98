import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./root";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macChrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

const instruction = `There is no browser for the end-to-end tests, and none could be installed. Do one of these:
  - install Chromium: “apt-get install chromium” as root on Debian, or Google Chrome from google.com/chrome
  - or run “npx playwright install --with-deps chromium” where the network allows it
  - or name one you have: CHROMIUM_PATH=/path/to/chromium npm test
The other tests need none: npm test -- unit, npm test -- integration.`;

async function findPlaywrights() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function findSystems() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, macChrome].find((path) => existsSync(path));
}

function run(command: string, args: string[]) {
  console.log(`No browser is here: trying ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { cwd: root, stdio: "ignore", timeout: 300_000 }).status === 0;
}

async function install() {
  const playwright = join(root, "node_modules/playwright/cli.js");
  if (run(process.execPath, [playwright, "install", "chromium"])) {
    const found = await findPlaywrights();
    if (found) return found;
  }
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  Object.assign(process.env, { DEBIAN_FRONTEND: "noninteractive" });
  run("apt-get", ["update"]);
  run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  return findSystems();
}

/**
 * The Chromium that the end-to-end tests run in: that of CHROMIUM_PATH, Playwright's own, the system's, or one
 * that can be installed now. Refuses with what to do when there is none.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  const found = named ?? (await findPlaywrights()) ?? findSystems() ?? (await install());
  if (!found) throw new Error(instruction);
  return found;
}
