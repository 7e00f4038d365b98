import { type Browser, expect, type Page, test } from "@playwright/test";
import { look } from "@/tests/support/barriers";
import { acceptInvitation, linkMailedTo, openBrowser, openPalette, signIn } from "@/tests/support/browser";
import { everyPage, pagesByDeed, pagesInSource, type Stop, type Visitor } from "@/tests/support/every-page";

async function open(browser: Browser, who: Visitor): Promise<Page> {
  const page = await openBrowser(browser);
  await page.emulateMedia({ reducedMotion: "reduce" });
  if (who !== "nobody") await signIn(page, `${who}@ridealong.example`);
  return page;
}

/** The address of a link on the page, by its words or by its address. */
async function linkOn(page: Page, wanted: string | RegExp): Promise<string> {
  const links = page.getByRole("main").locator("a[href]");
  const found = await links.evaluateAll((all) =>
    all.map((one) => ({ href: one.getAttribute("href") ?? "", words: one.textContent?.trim() ?? "" })),
  );
  const link = found.find(({ href, words }) =>
    typeof wanted === "string" ? words === wanted : wanted.test(href),
  );
  expect(link, `a link ${wanted} on ${page.url()}`).toBeDefined();
  return link?.href ?? "";
}

/** Goes the way to a page; gives what the server answered. */
async function follow(page: Page, { way }: Stop): Promise<number | undefined> {
  let address = "";
  for (const [index, step] of way.entries()) {
    if (typeof step === "object" && "part" in step) {
      address += step.part;
      continue;
    }
    if (index === 0) {
      address = String(step);
      continue;
    }
    if (!page.url().endsWith(address)) await page.goto(address);
    address = await linkOn(page, step);
  }
  return (await page.goto(address))?.status();
}

test("every page has somebody who looks at it", () => {
  const seen = new Set([...everyPage.map(({ page }) => page), ...pagesByDeed]);
  expect([...seen].sort()).toEqual(pagesInSource().sort());
});

for (const who of new Set(everyPage.map((stop) => stop.who))) {
  test(`nothing is in the way of ${who}`, async ({ browser }) => {
    test.setTimeout(400_000);
    const page = await open(browser, who);
    // A page that the browser draws otherwise than the server says so, and is drawn a second time.
    page.on("pageerror", ({ message }) => expect.soft(message, page.url()).toBe("no error"));
    for (const stop of everyPage) {
      if (stop.who !== who) continue;
      expect.soft(await follow(page, stop), page.url()).toBe(200);
      await look(page, stop.page);
    }
    expect((await page.goto("/no/such/page"))?.status()).toBe(404);
    await look(page, "not found");
  });
}

test("nothing is in the way of what a form or a mail opens", async ({ browser }) => {
  test.setTimeout(180_000);
  const email = `ines.${crypto.randomUUID().slice(0, 8)}@barriers.example`;
  const admin = await open(browser, "admin");
  await admin.goto("/people/import");
  await admin.getByLabel("Or paste it here").fill(`name,email,floor\nInês Prado,${email},No such floor`);
  await admin.getByRole("button", { name: "Look at it" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Look at it first" })).toBeVisible();
  await look(admin, "people/import/[importId]");
  const nobody = `nobody.${email}`;
  await admin.goto("/people/import");
  await admin.getByLabel("File").setInputFiles("public/people-template.xlsx");
  await expect(admin.getByLabel("Or paste it here")).toHaveValue(/amara\.okafor@company\.com/);
  await admin.getByLabel("Or paste it here").fill(`person,reach at\nInês Prado,${nobody}`);
  await admin.getByRole("button", { name: "Look at it" }).click();
  await expect(admin.getByText("Say which column holds the e-mail address.")).toBeVisible();
  await look(admin, "people/import/[importId] with columns to name");
  await admin.getByLabel("Holds: reach at").selectOption("E-mail");
  await admin.getByRole("button", { name: "Use these columns" }).click();
  await admin.getByRole("button", { name: "Import 1 person" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Imported" })).toBeVisible();
  await look(admin, "people/import/[importId] committed");
  await admin.getByRole("button", { name: "Undo this import" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Undone" })).toBeVisible();
  await look(admin, "people/import/[importId] undone");

  const organizer = await open(browser, "enablement");
  await organizer.goto("/cohorts?q=Winter");
  await organizer.getByRole("main").getByRole("link", { name: "Winter wave" }).first().click();
  await expect(organizer.getByRole("heading", { level: 1, name: "Winter wave" })).toBeVisible();
  await organizer.goto(`${organizer.url().split("?")[0]}/enroll/import`);
  await organizer
    .getByLabel("Or paste it here")
    .fill(`email,name\njonas.weber@ridealong.example,\n${email},Inês`);
  await organizer.getByRole("button", { name: "Look at it" }).click();
  await expect(organizer.getByText("Ask an administrator to add them first.")).toBeVisible();
  // Where it is scrolled to, the header of the cohort would be half below the top bar.
  await organizer.evaluate(() => window.scrollTo(0, 0));
  await look(organizer, "cohorts/[cohortId]/enroll/import/[importId]");

  await admin.goto("/people/new");
  await admin.getByRole("button", { name: "Add person" }).click();
  await expect(admin.getByText("Write a name.")).toBeVisible();
  await look(admin, "people/new with errors");
  await admin.getByLabel("Name", { exact: true }).fill("Inês Prado");
  await admin.getByLabel("E-mail", { exact: true }).fill(email);
  await admin.getByRole("button", { name: "Add person" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Inês Prado" })).toBeVisible();

  const stranger = await open(browser, "nobody");
  await stranger.goto(await linkMailedTo(email, /invited/));
  await look(stranger, "invitation/[token]");
  await acceptInvitation(browser, email, "plums under a copper moon");
  await stranger.goto("/reset");
  await stranger.getByLabel("E-mail").fill(email);
  await stranger.getByRole("button", { name: "Send me a link" }).click();
  await expect(stranger.getByText("Look into your mailbox")).toBeVisible();
  await stranger.goto(await linkMailedTo(email, /new password/));
  await look(stranger, "reset/[token]");
});

test("nothing is in the way of what opens above a page", async ({ browser }) => {
  const page = await open(browser, "enablement");
  await openPalette(page);
  await look(page, "palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await look(page, "shortcuts");
});
