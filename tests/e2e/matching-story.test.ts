import { expect, type Page, test } from "@playwright/test";
import { acceptInvitation, signedIn, workdayFromNow } from "@/tests/support/browser";
import { announcePair, offerMentors, openPerson, planCohort, winMentors } from "@/tests/support/story-steps";

const password = "plums under a copper moon";

/** A floor with a manager, two mentors and a mentee, all invited. Gives where each of them is written to. */
async function staffFloor(admin: Page, floor: string, people: Record<string, string>) {
  const slug = floor.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const address = (key: string) => `${key}.${slug}@quay.example`;
  await admin.goto("/floors/new");
  await admin.getByLabel("Name").fill(floor);
  await admin.getByRole("button", { name: "Add floor" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: floor })).toBeVisible();
  const floorPage = admin.url();
  const rows = Object.entries(people).map(([key, name]) => `${name},${address(key)},${floor}`);
  await admin.goto("/people/import");
  await admin.getByLabel("Or paste it here").fill(["name,email,floor", ...rows].join("\n"));
  await admin.getByRole("button", { name: "Look at it" }).click();
  await admin.getByRole("button", { name: `Import ${rows.length} people` }).click();
  await expect(admin.getByText(`${rows.length} people were added`, { exact: false })).toBeVisible();
  for (const name of Object.values(people)) {
    await openPerson(admin, name);
    await admin.getByRole("button", { name: "Send invitation" }).click();
    await expect(admin.getByText("Invited, has not chosen a password yet.")).toBeVisible();
  }
  await admin.goto(floorPage);
  await admin.getByRole("checkbox", { name: new RegExp(people.manager ?? "") }).check();
  await admin.getByRole("button", { name: "Save managers" }).click();
  await expect(admin.getByText("Managers saved")).toBeVisible();
  return address;
}

/** The mentor whom the one suggestion on the pairings page names. */
async function suggested(organizer: Page, names: string[]): Promise<string> {
  const kept = organizer.getByRole("button", { name: new RegExp(`^Keep (${names.join("|")})`) });
  const label = (await kept.first().textContent()) ?? "";
  return names.find((name) => label.includes(name)) ?? "";
}

test("five people go from a floor's list to a pairing that is announced, signed and handed over", async ({
  browser,
}, { project }) => {
  test.setTimeout(300_000);
  const tag = `${project.name} ${crypto.randomUUID().slice(0, 4)}`;
  const cohort = `Quay ${tag}`;
  const person = {
    manager: `Ines Barreto ${tag}`,
    one: `Kwame Mensah ${tag}`,
    two: `Yuki Tanaka ${tag}`,
    mentee: `Zeynep Kaya ${tag}`,
  };
  const mentorNames = [person.one, person.two];
  const admin = await signedIn(browser, "admin");
  const address = await staffFloor(admin, cohort, person);
  const manager = await acceptInvitation(browser, address("manager"), password);
  const mentors = {
    [person.one]: await acceptInvitation(browser, address("one"), password),
    [person.two]: await acceptInvitation(browser, address("two"), password),
  };
  const mentee = await acceptInvitation(browser, address("mentee"), password);
  const organizer = await signedIn(browser, "enablement");

  const certification = workdayFromNow(22);
  const home = await test.step("the organizer plans a cohort", () =>
    planCohort(organizer, { name: cohort, floor: cohort, mentee: person.mentee, certification }));
  await test.step("the floor is asked, approves both and submits", () =>
    offerMentors(organizer, manager, { home, cohort, names: mentorNames }));
  await test.step("both say yes and are trained", () => winMentors(organizer, Object.values(mentors), home));

  await test.step("the mentee tells what would help", async () => {
    await mentee.goto("/today/mentee");
    await mentee.getByRole("link", { name: "Fill in your intake" }).click();
    await mentee.getByLabel("Goals").fill("Lead a discovery call alone");
    await mentee.getByRole("button", { name: "Save", exact: true }).click();
    await expect(mentee.getByText("Your part is saved")).toBeVisible();
  });

  let mentor = "";
  await test.step("the best mentor is suggested, kept, let go and replaced by the other by hand", async () => {
    await organizer.goto(`${home}/pairings`);
    await organizer.getByRole("button", { name: "Suggest mentors" }).click();
    await expect(organizer.getByRole("button", { name: /^Keep / }).first()).toBeVisible();
    const first = await suggested(organizer, mentorNames);
    mentor = mentorNames.find((name) => name !== first) ?? "";
    await organizer
      .getByRole("button", { name: /^Keep / })
      .first()
      .click();
    await expect(organizer.getByRole("button", { name: /^Kept / }).first()).toBeVisible();
    await organizer.getByRole("button", { name: "Suggest again around what is kept" }).click();
    await expect(organizer.getByRole("button", { name: /^Kept / }).first()).toContainText(first);
    await organizer
      .getByRole("button", { name: /^Kept / })
      .first()
      .click();
    await expect(organizer.getByRole("button", { name: /^Keep / }).first()).toBeVisible();
    await organizer
      .getByRole("button", { name: /^Move to/ })
      .first()
      .click();
    await organizer
      .getByRole("dialog")
      .getByRole("button", { name: new RegExp(mentor) })
      .click();
    await expect(organizer.getByRole("button", { name: /^Kept / }).first()).toContainText(mentor);
  });

  await test.step("it is confirmed and announced", () => announcePair(organizer, mentee));

  let pairing = "";
  const sign = async (page: Page, count: number) => {
    await page.getByRole("button", { name: "Sign what is expected of you" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign", exact: true }).click();
    await expect(page.getByText("Signed on", { exact: false })).toHaveCount(count);
  };
  await test.step("both read each other's card and sign", async () => {
    await mentee.goto("/today/mentee");
    await mentee.locator('a[href^="/pairings/"]').first().click();
    await expect(mentee.getByRole("heading", { level: 1, name: new RegExp(mentor) })).toBeVisible();
    pairing = new URL(mentee.url()).pathname;
    await sign(mentee, 1);
    const theirs = mentors[mentor];
    await theirs?.goto(pairing);
    if (theirs) await sign(theirs, 2);
  });

  await test.step("the pairing is handed over, without fault", async () => {
    const next = mentorNames.find((name) => name !== mentor) ?? "";
    await organizer.goto(pairing);
    await organizer.getByRole("link", { name: "Another mentor" }).click();
    await organizer.getByRole("radio", { name: new RegExp(next) }).check();
    await organizer.getByLabel("Why", { exact: true }).fill("The two work in different shifts now");
    await organizer.getByRole("button", { name: "Hand over" }).click();
    await expect(organizer.getByText("Handed over by", { exact: false })).toBeVisible();
    await mentee.goto("/today/mentee");
    await expect(mentee.getByText(next).first()).toBeVisible();
    const before = await mentors[mentor]?.goto(new URL(organizer.url()).pathname);
    expect(before?.status()).toBe(404);
  });
});
