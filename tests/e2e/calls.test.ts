import { expect, type Page, test } from "@playwright/test";
import { look } from "@/tests/support/barriers";
import { readyCohort, signedIn } from "@/tests/support/browser";

/** Three mentees and two call mentors with a place each: on every day of live calls one mentee has nobody. */
async function open(tag: string) {
  const slug = tag.replace(" ", "-");
  const someone = (name: string) => ({ key: `${name.toLowerCase()}.${slug}`, name: `${name} ${tag}` });
  const mentors = [someone("Ayo"), someone("Bram")];
  const organizer = someone("Odile");
  const { home } = await readyCohort({
    name: `Switchboard ${tag}`,
    organizer,
    mentors: mentors.map((one) => ({ ...one, capacity: 1, strong: "Discovery" })),
    mentees: ["Tilda", "Umberto", "Vivek"].map((name) => ({ ...someone(name), lacks: "Discovery" })),
  });
  return { home, organizer: organizer.key, mentors: mentors.map(({ name }) => name) };
}

/** What the first block that looks like this says: whose it is, and on which day. */
async function blockLike(page: Page, words: RegExp) {
  const block = page.getByRole("button", { name: words }).first();
  const [, mentee = "", day = ""] = /^(.+), (\w+):/.exec((await block.textContent()) ?? "") ?? [];
  return { mentee, day };
}

test("call mentors are suggested, gaps stand out, one is set by hand, and nobody is in two places", async ({
  browser,
}, { project }) => {
  test.setTimeout(240_000);
  const { home, organizer, mentors } = await open(`${project.name} ${crypto.randomUUID().slice(0, 4)}`);
  const page = await signedIn(browser, organizer);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const block = (of: Page, { mentee, day }: { mentee: string; day: string }) =>
    of.getByRole("button", { name: new RegExp(`^${mentee}, ${day}:`) });
  const gap = /: Gap Nobody sits in/;

  await test.step("nobody sits in before it is suggested", async () => {
    await page.goto(`${home}/calls`);
    await expect(page.getByText("0 of 9 blocks of live calls have a call mentor.")).toBeVisible();
    await expect(page.getByText("9 gaps: nobody sits in.")).toHaveClass(/text-missed/);
    await expect(page.getByRole("button", { name: gap })).toHaveCount(9);
  });

  await test.step("whoever has a place is suggested, and what stays open says so in red and in words", async () => {
    await page.getByRole("button", { name: "Suggest call mentors" }).click();
    await expect(
      page.getByText("6 of 9 blocks of live calls have a call mentor, 6 of them only suggested."),
    ).toBeVisible();
    await expect(page.getByText("3 gaps: nobody sits in.")).toBeVisible();
    await expect(page.getByRole("button", { name: gap })).toHaveCount(3);
    await expect(page.getByRole("button", { name: gap }).first()).toHaveClass(/text-missed/);
    await expect(page.getByText("2 have no place or hours left").first()).toBeVisible();
    await look(page, "live calls with gaps");
    await page.emulateMedia({ colorScheme: "light" });
  });

  const open1 = await blockLike(page, gap);
  const taken = new RegExp(`, ${open1.day}: .*Suggested`);
  const freed = await blockLike(page, taken);
  const mentor = await test.step("a suggestion is dropped", async () => {
    const text = (await block(page, freed).textContent()) ?? "";
    const name = mentors.find((one) => text.includes(one)) ?? "";
    await block(page, freed).click();
    await page.getByRole("dialog").getByRole("button", { name: "Drop the suggestion" }).click();
    await expect(page.getByText(`${name} no longer sits in with ${freed.mentee}`)).toBeVisible();
    await expect(block(page, freed)).toHaveAccessibleName(gap);
    return name;
  });

  const other = await signedIn(browser, organizer);
  await test.step("the place is given by hand", async () => {
    await other.goto(`${home}/calls`);
    await block(other, freed).click();
    const theirs = other.getByRole("dialog");
    await expect(theirs.getByRole("button", { name: `Choose Have ${mentor} sit in` })).toBeVisible();

    await block(page, open1).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Choose Have ${mentor} sit in` })
      .click();
    await expect(page.getByText(`${mentor} sits in with ${open1.mentee}`)).toBeVisible();
    await expect(block(page, open1)).toHaveAccessibleName(new RegExp(`${mentor}`));
  });

  await test.step("and to nobody else, who sees why", async () => {
    const theirs = other.getByRole("dialog");
    await theirs.getByRole("button", { name: `Choose Have ${mentor} sit in` }).click();
    const why = new RegExp(
      `^${mentor} (is elsewhere at that time|has no place that day or no hours left that week)\\.$`,
    );
    await expect(other.getByText(why)).toBeVisible();
    await other.reload();
    await expect(block(other, freed)).toHaveAccessibleName(gap);
  });

  await test.step("what is left of the suggestions is confirmed", async () => {
    await page.getByRole("button", { name: /^Confirm \d suggestions$/ }).click();
    await expect(page.getByText(/^Confirmed \d blocks$/)).toBeVisible();
    await expect(page.getByText("6 of 9 blocks of live calls have a call mentor.")).toBeVisible();
  });
});
