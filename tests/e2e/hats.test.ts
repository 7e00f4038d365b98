import { expect, test } from "@playwright/test";
import { readyCohort, signedIn } from "@/tests/support/browser";

test("somebody with two roles looks at the day of each, and the address says which", async ({ browser }) => {
  const slug = crypto.randomUUID().slice(0, 8);
  const organizer = { key: `both.${slug}`, name: `Both Hats ${slug}` };
  const mentor = { key: `lead.${slug}`, name: `Lead ${slug}`, capacity: 1, strong: "Discovery" };
  await readyCohort({ name: `Two roles ${slug}`, organizer, mentors: [mentor], mentees: [], twoHats: true });
  const page = await signedIn(browser, organizer.key);
  await page.goto("/today");
  await expect(page).toHaveURL(/\/today\/enablement$/);
  const roles = page.getByRole("navigation", { name: "Your roles" });
  const hat = (name: string) => roles.getByRole("link", { name, exact: true });
  await expect(hat("Enablement")).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("main")).toContainText(`Two roles ${slug}`);

  await hat("Floor manager").click();
  await expect(page).toHaveURL(/\/today\/floor$/);
  await expect(hat("Floor manager")).toHaveAttribute("aria-current", "page");
  await page.goBack();
  await expect(page).toHaveURL(/\/today\/enablement$/);
});
