import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "./browser";
import { defaultData } from "./ground";
import { root } from "./root";

/** The README's pictures, taken from a running demo: `npm run demo` in one terminal, `npm run screenshots` in another. */
const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    data: { type: "string", default: defaultData },
    password: { type: "string" },
  },
});
const folder = join(root, "docs/screenshots");
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

/** Who looks at what: {cohort} is the cohort that runs. */
const pictures = [
  { name: "today-enablement", who: "enablement", path: "/today/enablement", size: desktop, dark: false },
  { name: "board", who: "enablement", path: "{cohort}/board", size: desktop, dark: false },
  { name: "today-mentee", who: "mentee", path: "/today/mentee", size: desktop, dark: false },
  { name: "log-phone", who: "mentor", path: "/logs", size: phone, dark: false },
  { name: "today-mentor-dark", who: "mentor", path: "/today/mentor", size: desktop, dark: true },
];

const password =
  values.password ?? JSON.parse(readFileSync(join(values.data, "secrets.json"), "utf8")).demoPassword;

async function signIn(browser: Browser, { who, size, dark }: (typeof pictures)[number]) {
  const context = await browser.newContext({ viewport: size, colorScheme: dark ? "dark" : "light" });
  const page = await context.newPage();
  await page.goto(`${values.url}/sign-in`);
  await page.getByLabel("E-mail").fill(`${who}@ridealong.example`);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/today/);
  return page;
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const picture of pictures) {
  const page = await signIn(browser, picture);
  let path = picture.path;
  if (path.startsWith("{cohort}")) {
    await page.goto(`${values.url}/cohorts?q=Autumn`);
    const link = page.getByRole("link", { name: "Autumn wave" }).first();
    path = path.replace("{cohort}", (await link.getAttribute("href")) ?? "");
  }
  await page.goto(`${values.url}${path}`, { waitUntil: "networkidle" });
  await page.screenshot({ path: join(folder, `${picture.name}.png`) });
  console.log(`docs/screenshots/${picture.name}.png`);
  await page.context().close();
}
await browser.close();
