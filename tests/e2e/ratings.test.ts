import { expect, test } from "@playwright/test";
import { look } from "@/tests/support/barriers";
import { readyCohort, signedIn } from "@/tests/support/browser";

test("mentees rate their mentor, and from three ratings on the average is seen by who chooses mentors", async ({
  browser,
}, { project }) => {
  test.setTimeout(240_000);
  const tag = `${project.name} ${crypto.randomUUID().slice(0, 4)}`;
  const slug = tag.replace(" ", "-");
  const someone = (name: string) => ({ key: `${name.toLowerCase()}.${slug}`, name: `${name} ${tag}` });
  const mentor = someone("Meret");
  const [ada, ben, cho] = [someone("Ada"), someone("Ben"), someone("Cho")];
  const organizer = someone("Oona");
  const { pairings } = await readyCohort({
    name: `Evening wave ${tag}`,
    organizer,
    mentors: [{ ...mentor, capacity: 3, strong: "Discovery" }],
    mentees: [ada, ben, cho].map((one) => ({ ...one, lacks: "Discovery", mentor: mentor.key })),
    over: true,
  });
  const word = "More role-plays would have helped.";

  const chooser = await signedIn(browser, organizer.key);
  await chooser.goto(pairings[ada.key] ?? "");
  const card =
    (await chooser.getByRole("main").locator('a[href^="/mentors/"]').first().getAttribute("href")) ?? "";
  const average = async (words: string) => {
    await chooser.goto(card);
    await expect(chooser.getByText(`Mentees’ ratings: ${words}`)).toBeVisible();
  };
  await average("not yet known");

  for (const [mentee, level] of [
    [ada, "5 – Could not have helped me more"],
    [ben, "4 – Helped me a lot"],
    [cho, "4 – Helped me a lot"],
  ] as const) {
    await average("not yet known");
    const page = await signedIn(browser, mentee.key);
    await page.goto(pairings[mentee.key] ?? "");
    await expect(page.getByRole("heading", { name: `How was ${mentor.name} as your mentor?` })).toBeVisible();
    await page.getByRole("button", { name: "Save the rating" }).click();
    await expect(page.getByText("Choose one of the five.")).toBeVisible();
    await page.getByRole("radio", { name: level }).check();
    if (mentee === ada) await page.getByLabel("What should the organizers know?").fill(word);
    await page.getByRole("button", { name: "Save the rating" }).click();
    await expect(page.getByText("Your rating is saved")).toBeVisible();
    await expect(page.getByText(/You rated .* You can change it until/)).toBeVisible();
    if (mentee === ada) await look(page, "one's own rating");
  }

  await test.step("the average is seen, and the comment by the organizer alone", async () => {
    await average("4.3 of 5 (from 3)");
    await chooser.goto(pairings[ada.key] ?? "");
    await expect(chooser.getByText(word)).toBeVisible();
    const page = await signedIn(browser, mentor.key);
    await page.goto(card);
    await expect(page.getByText("Mentees’ ratings: 4.3 of 5 (from 3)")).toBeVisible();
    await page.goto(pairings[ada.key] ?? "");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(word)).toHaveCount(0);
  });
});
