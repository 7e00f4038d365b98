import { expect, type Page } from "@playwright/test";
import { workdayFromNow } from "@/tests/support/browser";

/** Steps that more than one story takes. */

export async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/people?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/**
 * A training day today, every topic, two scenarios answered and with feedback; then the training of these mentors is
 * completed. Each of them has the page of their training open.
 */
export async function train(organizer: Page, mentors: Page[], home: string): Promise<void> {
  await organizer.goto(`${home}/mentors/training`);
  await organizer.getByRole("button", { name: "Plan day 1" }).click();
  const plan = organizer.getByRole("dialog");
  await plan.getByLabel("On").fill(workdayFromNow(0));
  await plan.getByLabel("From").fill("00:00");
  await plan.getByLabel("To").fill("00:30");
  await plan.getByLabel("Where").fill("Room 2");
  await plan.getByRole("button", { name: "Save and tell everybody" }).click();
  await organizer.getByRole("button", { name: "Everybody was there" }).click();
  await expect(organizer.getByText(`${mentors.length} of ${mentors.length} were there`)).toBeVisible();
  for (let topic = 1; topic <= 6; topic++) {
    await organizer.getByRole("button", { name: `Tick topic ${topic} for everybody` }).click();
    const ticks = organizer.getByRole("checkbox", { name: new RegExp(`^Topic ${topic} `) });
    await expect(ticks).toHaveCount(mentors.length);
    for (const tick of await ticks.all()) await expect(tick).toBeChecked();
  }
  for (const mentor of mentors) await answerScenarios(mentor);
  await organizer.reload();
  for (let left = 2 * mentors.length - 1; left >= 0; left--) {
    await organizer
      .getByLabel(/^Feedback for/)
      .first()
      .fill("Good, and say it earlier.");
    await organizer.getByRole("button", { name: "Give feedback" }).first().click();
    // The message of what was done stays as long as the pointer rests on it, and on a phone it lies over the next button.
    await organizer.mouse.move(0, 0);
    await expect(organizer.getByRole("button", { name: "Give feedback" })).toHaveCount(left);
  }
  await organizer.getByRole("button", { name: `Training is completed for ${mentors.length}` }).click();
  await expect(organizer.getByText(/completed the training/)).toBeVisible();
}

/** Answers both scenarios of one's training. */
async function answerScenarios(mentor: Page): Promise<void> {
  await mentor.reload();
  for (const number of [1, 2]) {
    await mentor
      .getByLabel("Your answer")
      .nth(number - 1)
      .fill("I ask first.");
    await mentor.getByRole("button", { name: "Answer", exact: true }).first().click();
    await expect(mentor.getByText("Waiting for feedback")).toHaveCount(number);
  }
}
