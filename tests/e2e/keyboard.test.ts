import { expect, type Locator, type Page, test } from "@playwright/test";
import { demoPassword, openLogDay, openPalette, signedIn, workdayFromNow } from "@/tests/support/browser";

/** Presses Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toBeFocused();
}

test("one signs in, and goes somewhere with the palette", { tag: "@once" }, async ({ page }) => {
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type("enablement@ridealong.example");
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/today/);

  const palette = await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("cohorts");
  await expect(palette.getByRole("option", { name: "Cohorts", exact: true, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cohorts$/);
});

test("the palette finds a person by part of a name, and what one wants to do", { tag: "@once" }, async ({
  browser,
}) => {
  const page = await signedIn(browser, "enablement");
  const palette = await openPalette(page);
  await page.keyboard.type("lia san");
  await palette
    .getByRole("group", { name: "Mentees" })
    .getByRole("option", { name: /Júlia Santos/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Júlia Santos");

  await openPalette(page);
  await page.keyboard.type("plan");
  await expect(palette.getByRole("option", { name: "Plan a cohort", selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cohorts\/new$/);

  await openPalette(page);
  await page.keyboard.type("nobody is called this");
  await expect(palette.getByText("Nothing by that name. Try a shorter word.")).toBeVisible();
});

test("the first Tab skips to the content", { tag: "@once" }, async ({ browser }) => {
  const page = await signedIn(browser, "enablement");
  await page.goto("/cohorts");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

test("the shortcuts are listed and work, and none of them does anything while one types", {
  tag: "@once",
}, async ({ browser }) => {
  const page = await signedIn(browser, "enablement");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(list).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(list.getByText("G then C")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page).toHaveURL(/\/inbox$/);

  await page.goto("/cohorts/new");
  const name = page.getByLabel("Name").first();
  await tabTo(page, name);
  await page.keyboard.type("gi? gc");
  await expect(name).toHaveValue("gi? gc");
  await expect(list).toBeHidden();
  await expect(page).toHaveURL(/\/cohorts\/new$/);
});

test("no shortcut reaches the page beneath an open dialog", { tag: "@once" }, async ({ browser }) => {
  const page = await signedIn(browser, "admin");
  await page.goto("/settings/design");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(list).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();

  await tabTo(page, page.getByRole("button", { name: "Cancel the cohort" }));
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: "Cancel this cohort?" });
  const keep = question.getByRole("button", { name: "Keep it as it is" });
  await tabTo(page, keep);
  // The list was here before, so nothing has to be fetched for it: it would stand above the question at once.
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(keep).toBeFocused();
  await expect(list).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await page.keyboard.press("?");
  await expect(list).toBeVisible();
  await expect(page).toHaveURL(/\/settings\/design$/);
});

test("a form that was refused says why beside its fields, leads to the first, and keeps what was typed", {
  tag: "@once",
}, async ({ browser }) => {
  const page = await signedIn(browser, "admin");
  const name = page.getByLabel("Name", { exact: true });
  const email = page.getByLabel("E-mail", { exact: true });
  const address = `ilse.${crypto.randomUUID().slice(0, 8)}@keyboard.example`;
  await page.goto("/people/new");
  await tabTo(page, email);
  await page.keyboard.type("ilse at home");
  await tabTo(page, page.getByLabel("Title (optional)"));
  await page.keyboard.type("Account executive");
  await page.keyboard.press("Enter");
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription("Write a name.");
  await expect(email).toHaveAccessibleDescription(/Write an e-mail address/);
  await expect(email).toHaveValue("ilse at home");
  await expect(page.getByLabel("Title (optional)")).toHaveValue("Account executive");

  await page.keyboard.type("Ilse Brouwer");
  await tabTo(page, email);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(address);
  const floor = page.getByLabel("Floor (optional)");
  await tabTo(page, floor);
  await page.keyboard.press("ArrowDown");
  const chosen = await floor.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label);
  const invite = page.getByLabel("Send the invitation now");
  await tabTo(page, invite);
  await page.keyboard.press("Space");
  await expect(invite).not.toBeChecked();
  await tabTo(page, page.getByRole("button", { name: "Add person" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ilse Brouwer");
  await expect(page.getByRole("main")).toContainText(chosen ?? "a floor");
});

test("the menu of a cohort comes when it is asked for, renames the cohort and cancels it", {
  tag: "@once",
}, async ({ browser }) => {
  const page = await signedIn(browser, "enablement");
  const name = `Menu wave ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/cohorts/new");
  await page.getByLabel("Name").first().fill(name);
  await page.getByLabel("Certification date").fill(workdayFromNow(40));
  await page.getByRole("checkbox", { name: "Enterprise", exact: true }).check();
  await page.getByRole("button", { name: "Plan this cohort" }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(name);

  const dots = page.getByRole("button", { name: "More for this cohort" });
  const menu = page.getByRole("menu", { name: "More for this cohort" });
  const choose = async (item: string) => {
    await tabTo(page, dots);
    await page.keyboard.press("Enter");
    await expect(menu).toBeVisible();
    await expect(async () => {
      await page.keyboard.press("ArrowDown");
      await expect(menu.getByRole("menuitem", { name: item })).toBeFocused({ timeout: 200 });
    }).toPass();
    await page.keyboard.press("Enter");
  };
  await tabTo(page, dots);
  await page.keyboard.press("Enter");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(dots).toBeFocused();

  await choose("Rename");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(`${name} again`);
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText(`${name} again`);
  await expect(dots).toBeFocused();

  await choose("Cancel the cohort");
  await expect(dialog).toContainText("This cannot be undone.");
  const reason = dialog.getByLabel("Reason");
  await tabTo(page, dialog.getByRole("button", { name: "Cancel the cohort" }));
  await page.keyboard.press("Enter");
  await expect(reason).toBeFocused();
  await page.keyboard.type("Planned by mistake.");
  await tabTo(page, dialog.getByRole("button", { name: "Cancel the cohort" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("main")).toContainText("Planned by mistake.");
});

test("part of a daily log is written", { tag: "@once" }, async ({ browser }) => {
  const page = await signedIn(browser, "tomas.kovac");
  const card = await openLogDay(page, 2, "Júlia Santos");
  const learned = card.getByLabel("What did they learn?");
  const onTrack = card.getByRole("radio", { name: "On track" });
  await tabTo(page, card.getByRole("radio").and(card.locator("[name]")).first());
  await tabTo(page, card.getByLabel("Calls", { exact: true }));
  const calls = card.getByLabel("Calls", { exact: true });
  const before = Number(await calls.inputValue());
  await page.keyboard.press("ArrowUp");
  await expect(calls).toHaveValue(String(before + 1));
  const words = `Asked before offering. ${crypto.randomUUID().slice(0, 8)}`;
  await tabTo(page, learned);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(words);
  await expect(card.getByRole("status")).toHaveText(/Saved/);
  await page.reload();
  await expect(learned).toHaveValue(words);
  await expect(calls).toHaveValue(String(before + 1));
  await expect(onTrack).toBeAttached();
});
