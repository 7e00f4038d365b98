import { expect, test } from "@playwright/test";
import {
  acceptInvitation,
  moveBack,
  moveTo,
  signedIn,
  stepWorkdays,
  workdayFromNow,
} from "@/tests/support/browser";
import { announcePair, offerMentors, openPerson, planCohort, winMentors } from "@/tests/support/story-steps";

/** One cohort from the first person to the certificate, by six people, each in a browser of their own. */
test.describe.configure({ mode: "serial" });

test.afterAll(() => moveBack());

const password = "plums under a copper moon";

test("six people take a cohort from an empty floor to a certificate", async ({ browser }, { project }) => {
  test.setTimeout(240_000);
  const tag = `${project.name.replace("story-", "")} ${crypto.randomUUID().slice(0, 4)}`;
  const floor = `Harbour ${tag}`;
  const cohort = `Lighthouse ${tag}`;
  const slug = tag.replace(" ", "-");
  const address = (who: string) => `${who}.${slug}@harbour.example`;
  const person = { manager: `Mira Brandt ${tag}`, mentor: `Théo Laurent ${tag}`, mentee: `高橋 葵 ${tag}` };

  const admin = await signedIn(browser, "admin");
  await test.step("the administrator adds a floor", async () => {
    await admin.goto("/floors/new");
    await admin.getByLabel("Name").fill("");
    await admin.getByRole("button", { name: "Add floor" }).click();
    await expect(admin.getByText("Write what the floor is called.")).toBeVisible();
    await admin.getByLabel("Name").fill(floor);
    await admin.getByRole("button", { name: "Add floor" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: floor })).toBeVisible();
  });

  await test.step("the administrator adds a manager with the form", async () => {
    await admin.goto("/people/new");
    await admin.getByLabel("Name", { exact: true }).fill(person.manager);
    await admin.getByLabel("E-mail", { exact: true }).fill(address("mira"));
    await admin.getByLabel("Floor (optional)").selectOption({ label: floor });
    const invite = admin.getByLabel("Send the invitation now");
    if (!(await invite.isChecked())) await invite.check();
    await admin.getByRole("button", { name: "Add person" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: person.manager })).toBeVisible();
  });

  await test.step("a file with a wrong row is shown and not written, a right one is imported", async () => {
    const rows = (floorName: string) =>
      [
        "name,email,title,floor,manager email",
        `${person.mentor},${address("theo")},Account executive,${floor},${address("mira")}`,
        `${person.mentee},${address("aoi")},Trainee,${floorName},${address("mira")}`,
      ].join("\n");
    const look = async (text: string) => {
      await admin.goto("/people/import");
      await admin.getByLabel("Or paste it here").fill(text);
      await admin.getByRole("button", { name: "Look at it" }).click();
      await expect(admin.getByRole("heading", { level: 1, name: "Look at it first" })).toBeVisible();
    };
    await look(rows("No such floor"));
    await expect(admin.getByText("There is no floor “No such floor” here.", { exact: false })).toBeVisible();
    await look(rows(floor));
    await admin.getByRole("button", { name: "Import 2 people" }).click();
    await expect(admin.getByText("2 people were added", { exact: false })).toBeVisible();
  });

  await test.step("the administrator invites them and names the manager of the floor", async () => {
    for (const name of [person.mentor, person.mentee]) {
      await openPerson(admin, name);
      await admin.getByRole("button", { name: "Send invitation" }).click();
      await expect(admin.getByText("Invited, has not chosen a password yet.")).toBeVisible();
    }
    await admin.goto("/floors");
    await admin.getByRole("link", { name: floor }).click();
    await admin.getByRole("checkbox", { name: new RegExp(person.manager) }).check();
    await admin.getByRole("button", { name: "Save managers" }).click();
    await expect(admin.getByText("Managers saved")).toBeVisible();
  });

  const manager = await acceptInvitation(browser, address("mira"), password);
  const mentor = await acceptInvitation(browser, address("theo"), password);
  const mentee = await acceptInvitation(browser, address("aoi"), password);
  const organizer = await signedIn(browser, "enablement");

  const certification = workdayFromNow(22);
  const firstDay = stepWorkdays(certification, -9);
  const home = await test.step("the organizer plans a cohort backwards", () =>
    planCohort(organizer, { name: cohort, floor, mentee: person.mentee, certification }));

  await test.step("nobody else may open what is the organizer's", async () => {
    for (const [page, path] of [
      [mentee, "/mentors"],
      [mentor, "/pairings"],
      [manager, "/certification"],
    ] as const) {
      const answer = await page.goto(`${home}${path}`);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("We cannot find this page");
    }
  });

  await test.step("the floor is asked, proposes, decides and submits", () =>
    offerMentors(organizer, manager, { home, cohort, names: [person.mentor] }));
  await test.step("the mentor is invited, accepts and is trained", () =>
    winMentors(organizer, [mentor], home));

  await test.step("the organizer pairs, confirms and launches", async () => {
    await organizer.goto(home);
    await expect(organizer.getByText("no lead mentor yet", { exact: false }).first()).toBeVisible();
    await organizer.goto(`${home}/pairings`);
    await organizer.getByRole("button", { name: `Choose a lead mentor for ${person.mentee}` }).click();
    await organizer
      .getByRole("dialog")
      .getByRole("button", { name: new RegExp(person.mentor) })
      .click();
    await announcePair(organizer, mentee);
    moveTo(stepWorkdays(firstDay, -1), 15);
    await organizer.goto(home);
    await organizer.getByRole("button", { name: "Launch the cohort" }).click();
    await organizer.getByRole("dialog").getByRole("button", { name: "Launch the cohort" }).click();
    await expect(organizer.getByText("Launched, and everybody is told")).toBeVisible();
  });

  await test.step("the mentee sees the two weeks", async () => {
    moveTo(firstDay, 8);
    await mentee.goto("/today/mentee");
    await expect(mentee.getByText("Day 1 of 10").first()).toBeVisible();
    await expect(mentee.getByText(person.mentor).first()).toBeVisible();
    await mentee.goto("/schedule");
    await expect(mentee.getByRole("link", { name: "Kickoff" }).first()).toBeVisible();
  });

  await test.step("the mentor logs the day, the organizer and the mentee see it", async () => {
    moveTo(firstDay, 17);
    await mentor.goto("/today/mentor");
    await mentor
      .getByRole("link", { name: /Write the logs/ })
      .first()
      .click();
    const learned = "Set up the desk and asked who our customers are.";
    await mentor.getByLabel("What did they learn?").fill(learned);
    await mentor.getByText("On track", { exact: true }).click();
    await mentor.getByRole("button", { name: "One more: Calls" }).click();
    await mentor.getByRole("button", { name: `Submit the log of ${person.mentee}` }).click();
    await expect(mentor.getByText(/Submitted \d/)).toBeVisible();
    await organizer.goto(`${home}/board`);
    await expect(
      organizer.getByRole("row", { name: new RegExp(person.mentee) }).getByRole("cell", { name: "Logged" }),
    ).toBeVisible();
    await mentee.goto("/today/mentee");
    await expect(mentee.getByText(learned)).toBeVisible();
  });

  await test.step("the organizer records the result; the certificate can be checked by anybody", async () => {
    moveTo(certification, 16);
    await organizer.goto(`${home}/certification`);
    await organizer
      .getByRole("link", { name: /Record the result/ })
      .first()
      .click();
    await expect(organizer).toHaveURL(/\/attempts\//);
    for (const level of await organizer.locator('input[type="radio"][name$=".level"][value="3"]').all()) {
      await level.check();
    }
    await organizer.getByRole("radio", { name: /^Certified/ }).check();
    await organizer.getByRole("button", { name: "Record the result" }).click();
    await expect(organizer.getByText(`${person.mentee} is certified.`).first()).toBeVisible();
    await mentee.goto("/today/mentee");
    await mentee.getByRole("link", { name: "Your certificate" }).click();
    await expect(mentee.getByText("This certificate is valid")).toBeVisible();
    const anybody = await (await browser.newContext()).newPage();
    await anybody.goto(mentee.url());
    await expect(anybody.getByText(person.mentee).first()).toBeVisible();
  });

  await test.step("the cohort is completed", async () => {
    await organizer.goto(home);
    await organizer.getByRole("button", { name: "Complete the cohort" }).click();
    await organizer.getByRole("dialog").getByRole("button", { name: "Complete the cohort" }).click();
    await expect(organizer.getByText("Completed", { exact: true }).first()).toBeVisible();
    await organizer.goto(`${home}/history`);
    await expect(organizer.getByText("completed", { exact: false }).first()).toBeVisible();
  });
});
