import { expect, type Page, test } from "@playwright/test";
import { look } from "@/tests/support/barriers";
import { readyCohort, signedIn } from "@/tests/support/browser";

const program = "Sales mentorship in groups";

/** Names of their own in each size of window and each run, so that no two meet. */
function cast(size: string) {
  const tag = `${size} ${crypto.randomUUID().slice(0, 4)}`;
  const someone = (name: string) => ({
    key: `${name.toLowerCase()}.${tag.replace(" ", "-")}`,
    name: `${name} ${tag}`,
  });
  return {
    tag,
    organizer: someone("Orla"),
    mentor: someone("Mira"),
    ada: someone("Ada"),
    ben: someone("Ben"),
    other: someone("Nilo"),
    cho: someone("Cho"),
  };
}

const lines = (page: Page, ...words: (string | RegExp)[]) =>
  words.reduce((found, hasText) => found.filter({ hasText }), page.locator("li.session-row"));

test("the mentees of one mentor are planned as a group: one line, one move, and each reads who else comes", async ({
  browser,
}, { project }) => {
  test.setTimeout(300_000);
  const { tag, organizer, mentor, ada, ben, other, cho } = cast(project.name);
  const { home } = await readyCohort({
    name: `Harbour ${tag}`,
    program,
    organizer,
    mentors: [mentor, other].map((one) => ({ ...one, capacity: 2, strong: "Discovery" })),
    mentees: [ada, ben, cho].map((one) => ({ ...one, lacks: "Discovery" })),
  });

  const page = await signedIn(browser, organizer.key);
  await test.step("an organizer can choose the group program, and pairs two with one mentor", async () => {
    await page.goto("/cohorts/new");
    await page.getByLabel("Program").selectOption({ label: `${program}, version 1` });
    await page.goto(`${home}/pairings`);
    for (const [mentee, theirs] of [
      [ada, mentor],
      [ben, mentor],
      [cho, other],
    ] as const) {
      await page.getByRole("button", { name: `Choose a lead mentor for ${mentee.name}` }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: new RegExp(theirs.name) })
        .click();
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    await page.getByRole("button", { name: "Confirm 3 suggestions" }).click();
    const confirm = page.getByRole("dialog");
    await confirm.getByRole("radio", { name: /^Now/ }).check();
    await confirm.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText("3 pairings are confirmed")).toBeVisible();
  });

  await test.step("the mentor has one line with both names, and moves it for both", async () => {
    const theirs = await signedIn(browser, mentor.key);
    await theirs.goto("/schedule");
    const together = lines(theirs, ada.name, ben.name);
    await expect(together.first()).toBeVisible();
    await together.first().getByRole("link").first().click();
    await theirs.getByRole("button", { name: "Move to…" }).click();
    const move = theirs.getByRole("dialog");
    await expect(move.getByText(/This is one meeting: it moves for/)).toBeVisible();
    await move.getByLabel("Start").fill("07:15");
    await move.getByRole("button", { name: "Move the session" }).click();
    await expect(theirs.getByText("Moved", { exact: true })).toBeVisible();
    await theirs.goto("/schedule");
    await expect(lines(theirs, ada.name, ben.name, "7:15")).toHaveCount(1);
  });

  for (const [own, mate] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    await test.step(`${own.name} reads who else comes, and when it is now`, async () => {
      const theirs = await signedIn(browser, own.key);
      await theirs.goto("/schedule");
      const moved = lines(theirs, `Together with ${mate.name}`, "Moved once", "7:15");
      await expect(moved).toHaveCount(1);
      await look(theirs, "the schedule of a mentee of a group");
      await moved.getByRole("link").first().click();
      await expect(theirs.getByText("Together with", { exact: true })).toBeVisible();
      await expect(theirs.getByRole("main").getByText(mate.name)).toBeVisible();
    });
  }

  await test.step("before one of them changes mentors it is said what they leave and come to, and so it is", async () => {
    await page.goto(`${home}/pairings`);
    await page.getByRole("link", { name: ben.name }).first().click();
    await page.waitForURL(/\/mentees\//);
    await page.locator('a[href^="/pairings/"]').first().click();
    await page.getByRole("link", { name: "Another mentor" }).click();
    await expect(
      page.getByText(new RegExp(`${ben.name} leaves \\d+ meetings with ${ada.name}`)),
    ).toBeVisible();
    const comes = new RegExp(`${ben.name} comes to \\d+ meetings of the group with ${cho.name}`);
    await expect(page.getByText(comes)).toBeVisible();
    await look(page, "who takes over a mentee of a group");
    await page.getByRole("radio", { name: new RegExp(other.name) }).check();
    await page.getByLabel("Why", { exact: true }).fill("The two work in different shifts now");
    await page.getByRole("button", { name: "Hand over" }).click();
    await expect(page.getByText("Handed over by", { exact: false })).toBeVisible();
    const theirs = await signedIn(browser, ben.key);
    await theirs.goto("/schedule");
    await expect(lines(theirs, `Together with ${cho.name}`).first()).toBeVisible();
    await expect(lines(theirs, ada.name)).toHaveCount(0);
  });
});

test("the mentor of a group writes down once who came", async ({ browser }, { project }) => {
  test.setTimeout(240_000);
  const { tag, organizer, mentor, ada, ben } = cast(project.name);
  await readyCohort({
    name: `Harbour ${tag}`,
    program,
    organizer,
    mentors: [{ ...mentor, capacity: 2, strong: "Discovery" }],
    mentees: [ada, ben].map((one) => ({ ...one, lacks: "Discovery", mentor: mentor.key })),
    over: true,
  });
  const page = await signedIn(browser, mentor.key);
  await page.goto("/schedule");
  await page.getByText(/^The last (day|\d+ days)$/).click();
  await lines(page, ada.name, ben.name).first().getByRole("link").first().click();
  await expect(page.getByText("This is one meeting: you record it once", { exact: false })).toBeVisible();
  await page.getByRole("group", { name: ben.name }).getByText("Absent", { exact: true }).click();
  await look(page, "the attendance of a group");
  await page.getByRole("button", { name: "Save attendance" }).click();
  await expect(page.getByText("Attendance saved")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Held", { exact: true })).toBeVisible();
  for (const [{ name }, state] of [
    [ada, "Present"],
    [ben, "Absent"],
  ] as const) {
    const chosen = page.getByRole("group", { name }).getByRole("radio", { name: state, exact: true });
    await expect(chosen).toBeChecked();
  }
});
