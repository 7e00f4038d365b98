import { expect, type Page, test } from "@playwright/test";
import { openBrowser, openLogDay, signedIn } from "@/tests/support/browser";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** A log that nobody has begun, for each size of window another one. */
const unwritten = {
  desktop: { mentor: "oskar.nilsson", day: 2, mentee: "Peter O’Brien" },
  phone: { mentor: "tomas.kovac", day: 3, mentee: "Kwame Mensah" },
};

test("what is typed into a log without a network is kept, and sent when the page is opened again", async ({
  browser,
}, { project }) => {
  const { mentor, day, mentee } = project.name === "phone" ? unwritten.phone : unwritten.desktop;
  const page = await signedIn(browser, mentor);
  const device = page.context();
  const learned = (await openLogDay(page, day, mentee)).getByLabel("What did they learn?");
  const words = `Let the customer finish. ${crypto.randomUUID().slice(0, 8)}`;
  await device.setOffline(true);
  await learned.fill(words);
  await expect(page.getByText("Offline: kept on this phone").first()).toBeVisible();
  await expect(learned).toHaveValue(words);
  await page.close();

  await device.setOffline(false);
  const again = await device.newPage();
  const card = await openLogDay(again, day, mentee);
  await expect(card.getByLabel("What did they learn?")).toHaveValue(words);
  await expect(card.getByRole("status")).toHaveText(/Saved/);

  const elsewhere = await signedIn(browser, mentor);
  const there = await openLogDay(elsewhere, day, mentee);
  await expect(there.getByLabel("What did they learn?")).toHaveValue(words);
});

test("what is typed without a network is sent by itself when it is back", async ({ browser }, {
  project,
}) => {
  const { mentor, day, mentee } = project.name === "phone" ? unwritten.phone : unwritten.desktop;
  const page = await signedIn(browser, mentor);
  const card = await openLogDay(page, day, mentee);
  await page.context().setOffline(true);
  await card.getByLabel("What did they learn?").fill(`Wrote down the next step. ${crypto.randomUUID()}`);
  await expect(card.getByRole("status")).toHaveText("Offline: kept on this phone");
  await page.context().setOffline(false);
  await expect(card.getByRole("status")).toHaveText(/Saved/);
});

test("a form that cannot reach the server says so and keeps what was typed", async ({ browser }) => {
  const page = await signedIn(browser, "admin");
  await page.goto("/floors/new");
  const name = page.getByLabel("Name");
  await name.focus();
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await name.fill("Quay");
  await page.getByRole("button", { name: "Add floor" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeFocused();
  await expect(name).toHaveValue("Quay");
  await page.context().setOffline(false);
  await page.goto("/floors");
  await expect(page.getByRole("main").getByText("Quay", { exact: true })).toHaveCount(0);
});

/** What the server answers, without what differs from one answer to the next of the same page. */
async function answer(page: Page, path: string) {
  const response = await page.goto(path);
  await expect(heading(page)).toHaveText("We cannot find this page");
  return { status: response?.status(), words: await page.getByRole("main").textContent() };
}

const unknown = "01890a5d-ac96-774b-bcce-b302099a8057";

test("what is somebody else's looks like what does not exist", { tag: "@once" }, async ({ browser }) => {
  const organizer = await signedIn(browser, "enablement");
  const idOf = async (path: string, wanted: string) => {
    await organizer.goto(path);
    const links = organizer.getByRole("main").locator(`a[href^="${wanted}"]`);
    return (await links.first().getAttribute("href"))?.slice(wanted.length).split(/[/?#]/)[0] ?? "";
  };
  await organizer.goto("/cohorts");
  const link = organizer.getByRole("main").getByRole("link", { name: "Winter wave", exact: true }).first();
  const cohort = (await link.getAttribute("href"))?.split("/")[2] ?? "";
  const foreign = [
    ["/cohorts/", cohort],
    ["/people/", await idOf("/people", "/people/0")].map((part, index) => (index ? `0${part}` : part)),
    ["/mentees/", await idOf(`/cohorts/${cohort}/pairings`, "/mentees/")],
  ] as const;

  const mentee = await signedIn(browser, "mentee");
  const nothing = await answer(mentee, "/no/such/page");
  expect(nothing.status).toBe(404);
  for (const [path, id] of foreign) {
    expect(id, path).toMatch(/^[0-9a-f-]{36}$/);
    expect((await organizer.goto(`${path}${id}`))?.status(), `${path}${id} for the organizer`).toBe(200);
    expect(await answer(mentee, `${path}${id}`), path).toEqual(nothing);
    expect(await answer(mentee, `${path}${unknown}`), path).toEqual(nothing);
    expect(await answer(mentee, `${path}not-an-id`), path).toEqual(nothing);
  }
  for (const path of ["/people", "/settings/audit", "/settings/mail", "/settings/design", "/floors/new"]) {
    expect(await answer(mentee, path), path).toEqual(nothing);
  }
  for (const part of ["/mentors", "/pairings", "/board", "/certification", "/history"]) {
    expect(await answer(mentee, `/cohorts/${cohort}${part}`), part).toEqual(nothing);
  }
});

test("a page that is not somebody's holds none of its data", { tag: "@once" }, async ({ browser }) => {
  const organizer = await signedIn(browser, "enablement");
  await organizer.goto("/cohorts");
  const link = organizer.getByRole("main").getByRole("link", { name: "Winter wave", exact: true }).first();
  const home = (await link.getAttribute("href")) ?? "";
  const mentee = await signedIn(browser, "mentee");
  for (const headers of [undefined, { RSC: "1" }]) {
    const response = await mentee.request.get(home, { headers });
    expect(await response.text()).not.toContain("Winter wave");
  }
  const nobody = await openBrowser(browser);
  for (const headers of [undefined, { RSC: "1" }]) {
    const response = await nobody.request.get(home, { headers });
    expect(await response.text()).not.toContain("Winter wave");
  }
});

test("each answer tells the browser what to refuse", { tag: "@once" }, async ({ browser }) => {
  const page = await signedIn(browser, "mentee");
  const said: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) said.push(message.text());
  });
  const nonces = new Set<string>();
  for (const path of ["/sign-in", "/today/mentee", "/logs", "/inbox", "/certificates", "/no/such/page"]) {
    const headers = (await page.goto(path))?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    const scripts = policy.match(/script-src ([^;]+)/)?.[1] ?? "";
    expect(scripts, path).toMatch(/'nonce-[\w+/=]{20,}'/);
    expect(scripts, path).not.toMatch(/unsafe-|\*|https?:/);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).toContain("object-src 'none'");
    expect(policy, path).toContain("base-uri 'none'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers["x-powered-by"], path).toBeUndefined();
    nonces.add(scripts.match(/'nonce-([^']+)'/)?.[1] ?? "");
  }
  expect(nonces.size).toBe(6);
  expect(said).toEqual([]);
  const cookies = await page.context().cookies();
  const session = cookies.filter(({ name }) => name === "ridealong");
  expect(session.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: "Lax" },
  ]);
});
