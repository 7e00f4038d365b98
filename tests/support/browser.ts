import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import { addDays, type Day, dayAt, instantAt, isBusinessDay } from "@/lib/dates";
import { root } from "@/scripts/root";
import type { ReadyCohort, ReadyPlan } from "@/tests/support/ready-cohort";

/** What an end-to-end test does besides clicking: signs people in, reads their mail, moves the server's clock. */

const folder = process.env.E2E_FOLDER ?? "";
const zone = "Europe/Berlin";
export const demoPassword = "ride-along-end-to-end";

const clockFile = () => join(folder, "clock");

/** The server's present. */
function serverNow(): Date {
  return new Date(Date.now() + Number(readFileSync(clockFile(), "utf8")));
}

/** Moves the server and the worker to a local time, or back to the real one. */
export function moveTo(day: Day, hour: number): void {
  writeFileSync(clockFile(), String(instantAt(day, hour * 60, zone).getTime() - Date.now()));
}

export function moveBack(): void {
  writeFileSync(clockFile(), "0");
}

/** The holidays of the demo's company. */
const closed = new Set(["01-01", "05-01", "12-25", "12-26"]);
const holidays = { has: (day: Day) => closed.has(day.slice(5)) };

/** The business day `count` business days after the server's today. */
export function workdayFromNow(count: number): Day {
  return stepWorkdays(dayAt(serverNow(), zone), count);
}

/** The business day so many business days after, or before, another. */
export function stepWorkdays(from: Day, count: number): Day {
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, Math.sign(count));
    if (isBusinessDay(day, holidays)) left--;
  }
  return day;
}

async function mailTo(address: string, subject: RegExp): Promise<ParsedMail | undefined> {
  const box = join(folder, "mail");
  for (const file of readdirSync(box).sort().reverse()) {
    const mail = await simpleParser(readFileSync(join(box, file)));
    const to = [mail.to].flat().flatMap((one) => one?.value.map(({ address }) => address) ?? []);
    if (to.includes(address) && subject.test(mail.subject ?? "")) return mail;
  }
  return undefined;
}

/** The link in the newest mail to somebody about something; waits until the worker has delivered it. */
export async function linkMailedTo(address: string, subject: RegExp): Promise<string> {
  let mail: ParsedMail | undefined;
  await expect(async () => {
    mail = await mailTo(address, subject);
    expect(mail, `a mail to ${address}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  const link = mail?.text?.match(/https?:\/\/\S+/)?.[0];
  expect(link, "a link in the mail").toBeDefined();
  return link ?? "";
}

/** A page of a browser of one's own, on the server of all tests unless another is named. */
export async function openBrowser(browser: Browser, address?: string): Promise<Page> {
  return (await browser.newContext(address ? { baseURL: address } : {})).newPage();
}

/** Signs somebody in on the sign-in page. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Somebody of the demo in a browser of their own. */
export async function signedIn(browser: Browser, who: string): Promise<Page> {
  const page = await openBrowser(browser);
  await signIn(page, `${who}@ridealong.example`);
  return page;
}

/** A cohort of the test's own with its own people, where the way there is not what is tested. */
export async function readyCohort(plan: ReadyPlan): Promise<ReadyCohort> {
  const env = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8"));
  const program = ["--import", "tsx", "tests/support/ready-cohort.ts", JSON.stringify(plan)];
  const { stdout } = await promisify(execFile)(process.execPath, program, { env, cwd: root });
  return JSON.parse(stdout);
}

/** Accepts the invitation that somebody got by mail, and is signed in. */
export async function acceptInvitation(browser: Browser, email: string, password: string): Promise<Page> {
  const page = await openBrowser(browser);
  await page.goto(await linkMailedTo(email, /invit|welcome|Ridealong/i));
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await expect(page).not.toHaveURL(/invitation/);
  return page;
}

/** Opens the log page of a program day, as its strip leads there; gives the card of a mentee. */
export async function openLogDay(page: Page, number: number, mentee: string): Promise<Locator> {
  await page.goto("/logs");
  const links = page.getByRole("main").locator('a[href^="/logs?day="]');
  await expect(links.first()).toBeVisible();
  const days = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  await page.goto([...new Set(days)].sort()[number - 1] ?? "/logs");
  return page.locator("details").filter({ has: page.getByRole("heading", { name: mentee }) });
}

/** Opens the palette with its keys: pressed again until the page has come alive and listens. */
export async function openPalette(page: Page): Promise<Locator> {
  const palette = page.getByRole("dialog", { name: "Go to" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette.getByRole("combobox")).toBeFocused({ timeout: 1_000 });
  }).toPass();
  return palette;
}
