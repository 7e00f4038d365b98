import { expect, type Page } from "@playwright/test";
import type { Day } from "@/lib/dates";
import { workdayFromNow } from "@/tests/support/browser";

/** Steps that more than one story takes. */

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

export async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/people?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Plans a cohort backwards, of one floor and one mentee. Gives the address of its page. */
export async function planCohort(
  organizer: Page,
  { name, floor, mentee, certification }: { name: string; floor: string; mentee: string; certification: Day },
): Promise<string> {
  await organizer.goto("/cohorts/new");
  await organizer.getByLabel("Name").first().fill(name);
  await organizer.getByLabel("Certification date").fill(certification);
  await expect(organizer.getByText("First program day")).toBeVisible();
  await organizer.getByRole("checkbox", { name: floor, exact: true }).check();
  await organizer.getByLabel("Find people").fill(mentee);
  await organizer.getByLabel("Find people").press("Enter");
  await organizer.getByRole("checkbox", { name: new RegExp(mentee) }).check();
  await organizer.getByRole("button", { name: "Plan this cohort" }).click();
  await expect(organizer.getByRole("heading", { level: 1, name })).toBeVisible();
  return organizer.url().split("?")[0] ?? "";
}

/** The floor of a cohort is asked for mentors; its manager proposes these, approves each and submits the list. */
export async function offerMentors(
  organizer: Page,
  manager: Page,
  { home, cohort, names }: { home: string; cohort: string; names: readonly string[] },
): Promise<void> {
  await organizer.goto(`${home}/mentors`);
  await organizer.getByRole("button", { name: /^Ask/ }).first().click();
  const ask = organizer.getByRole("dialog");
  await ask.getByLabel("Until").fill(workdayFromNow(2));
  await ask.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(organizer.getByText("The floor was asked")).toBeVisible();
  await manager.goto("/inbox");
  const asked = manager.getByRole("link", { name: new RegExp(cohort) });
  await asked.first().click();
  for (const name of names) await manager.getByRole("checkbox", { name: new RegExp(name) }).check();
  await manager.getByRole("button", { name: `Propose ${people(names.length)}` }).click();
  for (const name of names) {
    await manager.getByRole("button", { name: `Approve ${name}` }).click();
    await manager.getByRole("button", { name: "Approve", exact: true }).last().click();
    await expect(manager.getByText(`${name} is approved`)).toBeVisible();
  }
  await manager.getByRole("button", { name: "Submit the list" }).click();
  await manager.getByRole("dialog").getByRole("button", { name: "Submit the list" }).click();
  await expect(manager.getByText("The list is submitted")).toBeVisible();
}

/** Everybody approved is invited, says yes and is trained. */
export async function winMentors(organizer: Page, mentors: Page[], home: string): Promise<void> {
  await organizer.goto(`${home}/mentors`);
  await organizer.getByRole("button", { name: `Invite ${people(mentors.length)}` }).click();
  const were = mentors.length === 1 ? "was" : "were";
  await expect(organizer.getByText(`${people(mentors.length)} ${were} invited`)).toBeVisible();
  for (const mentor of mentors) {
    await mentor.goto("/today/mentor");
    await mentor.getByRole("link", { name: /Answer/ }).click();
    await mentor.getByRole("button", { name: "Yes, I will mentor" }).click();
    await expect(mentor.getByText("You said yes")).toBeVisible();
    await mentor.getByRole("link", { name: /^Your mentor training/ }).click();
    await expect(mentor.getByLabel("Your answer").first()).toBeVisible();
  }
  await train(organizer, mentors, home);
}

/** The one suggestion of a cohort, whose pairings the organizer has open, is confirmed, held back and then announced. */
export async function announcePair(organizer: Page, mentee: Page): Promise<void> {
  await organizer.getByRole("button", { name: "Confirm 1 suggestion" }).click();
  const confirm = organizer.getByRole("dialog");
  await confirm.getByRole("radio", { name: /Not yet/ }).check();
  await confirm.getByRole("button", { name: "Confirm" }).click();
  await expect(organizer.getByText("1 pairing is confirmed")).toBeVisible();
  await mentee.goto("/today/mentee");
  await expect(mentee.getByText("Your mentor is announced at the kickoff.")).toBeVisible();
  await organizer.getByRole("button", { name: "Announce it now" }).click();
  await organizer.getByRole("dialog").getByRole("button", { name: "Announce it now" }).click();
  await expect(organizer.getByText("Both are told now")).toBeVisible();
}

/**
 * A training day today, every topic, two scenarios answered and with feedback; then the training of these mentors is
 * completed. Each of them has the page of their training open.
 */
async function train(organizer: Page, mentors: Page[], home: string): Promise<void> {
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
