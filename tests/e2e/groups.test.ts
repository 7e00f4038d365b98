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
  };
}

const lines = (page: Page, ...words: (string | RegExp)[]) =>
  words.reduce((found, hasText) => found.filter({ hasText }), page.locator("li.session-row"));

test("the mentees of one mentor are planned as a group: one line, one move, and each reads who else comes", async ({
  browser,
}, { project }) => {
  test.setTimeout(240_000);
  const { tag, organizer, mentor, ada, ben } = cast(project.name);
  const { home } = await readyCohort({
    name: `Harbour ${tag}`,
    program,
    organizer,
    mentors: [{ ...mentor, capacity: 2, strong: "Discovery" }],
    mentees: [ada, ben].map((one) => ({ ...one, lacks: "Discovery" })),
  });

  await test.step("an organizer can choose the group program, and pairs both with one mentor", async () => {
    const page = await signedIn(browser, organizer.key);
    await page.goto("/cohorts/new");
    await page.getByLabel("Program").selectOption({ label: `${program}, version 1` });
    await page.goto(`${home}/pairings`);
    for (const { name } of [ada, ben]) {
      await page.getByRole("button", { name: `Choose a lead mentor for ${name}` }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: new RegExp(mentor.name) })
        .click();
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    await page.getByRole("button", { name: "Confirm 2 suggestions" }).click();
    const confirm = page.getByRole("dialog");
    await confirm.getByRole("radio", { name: /^Now/ }).check();
    await confirm.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText("2 pairings are confirmed")).toBeVisible();
  });

  await test.step("the mentor has one line with both names, and moves it for both", async () => {
    const page = await signedIn(browser, mentor.key);
    await page.goto("/schedule");
    const together = lines(page, ada.name, ben.name);
    await expect(together.first()).toBeVisible();
    await together.first().getByRole("link").first().click();
    await page.getByRole("button", { name: "Move to…" }).click();
    const move = page.getByRole("dialog");
    await expect(move.getByText(/This is one meeting: it moves for/)).toBeVisible();
    await move.getByLabel("Start").fill("07:15");
    await move.getByRole("button", { name: "Move the session" }).click();
    await expect(page.getByText("Moved", { exact: true })).toBeVisible();
    await page.goto("/schedule");
    await expect(lines(page, ada.name, ben.name, "7:15")).toHaveCount(1);
  });

  for (const [own, other] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    await test.step(`${own.name} reads who else comes, and when it is now`, async () => {
      const page = await signedIn(browser, own.key);
      await page.goto("/schedule");
      const moved = lines(page, `Together with ${other.name}`, "Moved once", "7:15");
      await expect(moved).toHaveCount(1);
      await look(page, "the schedule of a mentee of a group");
      await moved.getByRole("link").first().click();
      await expect(page.getByText("Together with", { exact: true })).toBeVisible();
      await expect(page.getByRole("main").getByText(other.name)).toBeVisible();
    });
  }
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
