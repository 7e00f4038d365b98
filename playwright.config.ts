import { defineConfig, devices } from "@playwright/test";

// Read again in every worker: the first reading decides, the others inherit.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));
process.env.E2E_FOLDER ??= `/tmp/ridealong-e2e-${process.pid}`;
const story = "story.test.ts";
const desktop = devices["Desktop Chrome"];
const phone = devices["Pixel 7"];
const address = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.test.ts",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // On a machine that others share: what holds only the second time is listed as flaky, and passes.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : "list",
  use: {
    baseURL: address,
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  // The story moves the server's clock, so its two runs follow each other and everything else comes after them. What is
  // tagged @once is the same at any width.
  projects: [
    { name: "story-desktop", testMatch: story, use: desktop },
    { name: "story-phone", testMatch: story, use: phone, dependencies: ["story-desktop"] },
    { name: "desktop", testIgnore: story, use: desktop, dependencies: ["story-phone"] },
    { name: "phone", testIgnore: story, grepInvert: /@once/, use: phone, dependencies: ["story-phone"] },
  ],
  webServer: {
    command: "node --import tsx scripts/e2e-server.ts",
    url: `${address}/api/health/ready`,
    timeout: 600_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
