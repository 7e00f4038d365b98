import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "@/scripts/processes";
import { openBrowser, signIn } from "@/tests/support/browser";

/** A cable to the database, which can be pulled out and put back. */
function cable(target: { host: string; port: number }, port: number) {
  const ends = new Set<Socket>();
  let server: Server | undefined;
  const plug = () =>
    new Promise<void>((done) => {
      server = createServer((near) => {
        const far = connect(target);
        for (const end of [near, far]) {
          ends.add(end);
          end.on("error", () => undefined);
          end.once("close", () => ends.delete(end));
        }
        near.once("close", () => far.destroy());
        far.once("close", () => near.destroy());
        near.pipe(far).pipe(near);
      }).listen(port, "127.0.0.1", done);
    });
  const pull = () =>
    new Promise<void>((done) => {
      server?.close(() => done());
      for (const end of ends) end.destroy();
    });
  return { plug, pull };
}

/** A second server beside the one of all tests, on the same database, behind a cable of its own. */
async function openServer() {
  const settings = JSON.parse(readFileSync(join(process.env.E2E_FOLDER ?? "", "settings.json"), "utf8"));
  const [port, cablePort] = [await freePort(), await freePort()];
  const database = new URL(settings.DATABASE_URL);
  const line = cable({ host: database.hostname, port: Number(database.port) }, cablePort);
  await line.plug();
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: {
      ...settings,
      PORT: String(port),
      APP_URL: address,
      DATABASE_URL: Object.assign(database, { host: `127.0.0.1:${cablePort}` }).href,
      LOG_LEVEL: "silent",
    },
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const status = async (part: string) => (await fetch(`${address}/api/health/${part}`)).status;
  const close = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    await line.pull();
    return code;
  };
  await expect(async () => expect(await status("ready")).toBe(200)).toPass({ timeout: 60_000 });
  return { address, line, status, close };
}

test("a database that is away is said in words, and found again without a restart", {
  tag: "@once",
}, async ({ browser }) => {
  test.setTimeout(150_000);
  const { address, line, status, close } = await openServer();
  const page = await openBrowser(browser, address);
  await signIn(page, "mentee@ridealong.example");

  await line.pull();
  await expect(async () => expect(await status("ready")).toBe(503)).toPass({ timeout: 30_000 });
  expect(await status("live")).toBe(200);
  const refused = await page.goto("/today/mentee");
  expect(refused?.status()).toBe(500);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Something went wrong on our side");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  expect(await page.content()).not.toMatch(/prisma|postgres|ECONN|at \w+ \(/i);

  await line.plug();
  await expect(async () => expect(await status("ready")).toBe(200)).toPass({ timeout: 30_000 });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible({ timeout: 30_000 });
  expect(await close()).toBe(0);
});
