import { expect, test } from "@playwright/test";
import { signedIn } from "@/tests/support/browser";

/** Who is handed over in each size of window, so that the two runs never meet. */
const hands = {
  desktop: { key: "chloe.dubois", mentee: "Chloé Dubois", was: "leila.farahani", next: "oskar.nilsson" },
  phone: { key: "olena.koval", mentee: "Олена Коваль", was: "hye-jin.park", next: "mariana.costa" },
};
const names = { "oskar.nilsson": "Oskar Nilsson", "mariana.costa": "Mariana Costa" } as const;

test("a mentee gets another mentor without fault, and the two sign and agree on a goal", async ({ browser }, {
  project,
}) => {
  test.setTimeout(120_000);
  const { key, mentee, was, next } = project.name === "phone" ? hands.phone : hands.desktop;
  const nextName = names[next as keyof typeof names];
  const reason = "The two work in different shifts now";

  const organizer = await signedIn(browser, "enablement");
  await test.step("an organizer hands over, best fit first, with a reason for organizers", async () => {
    await organizer.goto("/cohorts");
    await organizer.getByRole("link", { name: "Autumn wave" }).first().click();
    await organizer.getByRole("link", { name: "Board", exact: true }).click();
    await organizer.getByRole("link", { name: mentee }).first().click();
    await organizer.locator('a[href^="/pairings/"]').first().click();
    await organizer.getByRole("link", { name: "Another mentor" }).click();
    await organizer.getByRole("button", { name: "Hand over" }).click();
    await expect(organizer.getByText("Choose the next mentor.")).toBeVisible();
    await organizer.getByRole("radio", { name: new RegExp(nextName) }).check();
    await organizer.getByLabel("Why", { exact: true }).fill(reason);
    await organizer.getByLabel(/What is still open/).fill("Shadow one more demo");
    await organizer.getByRole("button", { name: "Hand over" }).click();
    await expect(organizer.getByText("Handed over by", { exact: false })).toBeVisible();
  });
  const pairing = new URL(organizer.url()).pathname;

  const mentor = await signedIn(browser, next);
  await test.step("the next mentor reads what was handed over, signs, and proposes a goal", async () => {
    await mentor.goto(pairing);
    await expect(mentor.getByText("Shadow one more demo")).toBeVisible();
    await expect(mentor.getByText(reason)).toHaveCount(0);
    await mentor.getByRole("button", { name: "Sign what is expected of you" }).click();
    await mentor.getByRole("dialog").getByRole("button", { name: "Sign", exact: true }).click();
    await expect(mentor.getByText("Signed on", { exact: false })).toHaveCount(1);
    await mentor.getByRole("button", { name: "Propose a goal" }).click();
    const form = mentor.getByRole("dialog");
    await form.getByLabel("What tells that it is reached").fill("Calls led alone in a day");
    await form.getByLabel("Target").fill("5");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(mentor.getByText("The mentee has not agreed yet")).toBeVisible();
  });

  await test.step("the mentee sees the new mentor, agrees, and never reads why", async () => {
    const page = await signedIn(browser, key);
    await page.goto("/today/mentee");
    await page.locator(`a[href^="${pairing}"]`).first().click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(nextName) })).toBeVisible();
    await page.getByRole("button", { name: /^Agree/ }).click();
    await expect(page.getByText("Both agree", { exact: true })).toBeVisible();
    await expect(page.getByText(reason)).toHaveCount(0);
  });

  await test.step("the mentor before has no part in it any more", async () => {
    const page = await signedIn(browser, was);
    const answer = await page.goto(pairing);
    expect(answer?.status()).toBe(404);
  });
});
