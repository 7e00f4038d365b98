import { expect, test } from "@playwright/test";
import { readyCohort, signedIn } from "@/tests/support/browser";

test("a press that comes too late says why, and the page shows how it stands by now; what is confirmed leads to the pairing", {
  tag: "@once",
}, async ({ browser }) => {
  test.setTimeout(120_000);
  const tag = crypto.randomUUID().slice(0, 4);
  const someone = (name: string) => ({ key: `${name.toLowerCase()}.stale.${tag}`, name: `${name} ${tag}` });
  const [organizer, mentor, mentee] = [someone("Oyelaran"), someone("Marta"), someone("Yusuf")];
  const { home } = await readyCohort({
    name: `Lantern ${tag}`,
    organizer,
    mentors: [{ ...mentor, capacity: 1, strong: "Discovery" }],
    mentees: [{ ...mentee, lacks: "Discovery" }],
  });
  const page = await signedIn(browser, organizer.key);
  const other = await page.context().newPage();
  await page.goto(`${home}/pairings`);
  await page.getByRole("button", { name: "Suggest mentors", exact: true }).click();
  const keep = page.getByRole("button", { name: `Keep ${mentor.name} for ${mentee.name}` });
  await expect(keep).toBeVisible();

  await test.step("somebody else takes the suggestion back; whoever keeps it then is told, and sees that it is gone", async () => {
    await other.goto(`${home}/pairings`);
    await other.getByRole("button", { name: `Take ${mentor.name} back from ${mentee.name}` }).click();
    await expect(other.getByRole("button", { name: `Keep ${mentor.name}` })).toBeHidden();
    await keep.click();
    await expect(page.getByText("From there it cannot be confirmed.", { exact: false })).toBeVisible();
    await expect(keep).toBeHidden();
  });

  await test.step("a mentor who is confirmed leads to the pairing, where another mentor is chosen", async () => {
    await page.getByRole("button", { name: "Suggest mentors", exact: true }).click();
    await page.getByRole("button", { name: "Confirm 1 suggestion" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Confirm", exact: true }).click();
    await page.getByRole("link", { name: `${mentor.name} and ${mentee.name}: their pairing` }).click();
    await expect(page.getByRole("link", { name: "Another mentor" })).toBeVisible();
  });
});
