import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  acceptInvitation,
  demoPassword,
  linkMailedTo,
  openBrowser,
  signedIn,
  signIn,
} from "@/tests/support/browser";
import { unverified } from "@/tests/support/oidc-provider";

const password = "plums under a copper moon";
const other = "seven quiet lighthouses";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** An address that no other test has. */
const fresh = (who: string) => `${who}.${crypto.randomUUID().slice(0, 8)}@signing-in.example`;

/** Somebody new who was invited, added by the administrator with the form. */
async function invite(browser: Browser, email: string): Promise<void> {
  const admin = await signedIn(browser, "admin");
  await admin.goto("/people/new");
  await admin.getByLabel("Name", { exact: true }).fill("Noa Lindqvist");
  await admin.getByLabel("E-mail", { exact: true }).fill(email);
  await expect(admin.getByLabel("Send the invitation now")).toBeChecked();
  await admin.getByRole("button", { name: "Add person" }).click();
  await expect(heading(admin)).toHaveText("Noa Lindqvist");
  await admin.context().close();
}

async function fillIn(page: Page, email: string, typed: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(typed);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("one lands where one wanted to go", async ({ page }) => {
  await page.goto("/people?grant=ADMIN");
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  await fillIn(page, "admin@ridealong.example", demoPassword);
  await expect(page).toHaveURL(/\/people\?grant=ADMIN$/);
  await page.goto("/sign-in?from=/settings");
  await expect(page).toHaveURL(/\/settings$/);
});

test("an address that leads elsewhere is not followed", { tag: "@once" }, async ({ page }) => {
  await page.goto(`/sign-in?from=${encodeURIComponent("//evil.example/people")}`);
  await fillIn(page, "mentee@ridealong.example", demoPassword);
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/today/);
});

test("a wrong password is said in words, and what was typed stays", async ({ page }) => {
  await page.goto("/sign-in");
  await fillIn(page, "mentor@ridealong.example", "not the right password");
  const said = page.getByRole("alert").filter({ hasText: "do not belong together" });
  await expect(said).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveValue("mentor@ridealong.example");
  await fillIn(page, "nobody@ridealong.example", "not the right password");
  await expect(said).toBeFocused();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("the demo's people are one press away", async ({ page }) => {
  await page.goto("/sign-in");
  await page
    .getByRole("button", { name: /^Sign in as / })
    .first()
    .click();
  await expect(page).toHaveURL(/\/today/);
});

test("signing out everywhere ends another browser, and a kept cookie opens nothing", async ({ browser }, {
  project,
}) => {
  // Somebody whom no other test needs to stay signed in.
  const who = project.name === "phone" ? "yuki.tanaka" : "etienne.marchand";
  const [here, there] = [await signedIn(browser, who), await signedIn(browser, who)];
  await there.goto("/settings");
  await expect(heading(there)).toHaveText("Settings");
  const kept = await here.context().cookies();
  await here.goto("/settings");
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  const asked = here.getByRole("dialog", { name: "Sign out everywhere?" });
  await asked.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here.getByText("You are signed out everywhere.")).toBeVisible();
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in/);
  await here.context().addCookies(kept);
  await here.goto("/settings");
  await expect(here).toHaveURL(/\/sign-in/);
});

test("signing out ends this browser for good, and no other", async ({ browser }) => {
  const [here, there] = [await signedIn(browser, "assessor"), await signedIn(browser, "assessor")];
  const kept = await here.context().cookies();
  await here.getByRole("button", { name: /^You: / }).click();
  await here.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(here).toHaveURL(/\/sign-in/);
  await here.context().addCookies(kept);
  await here.goto("/settings");
  await expect(here).toHaveURL(/\/sign-in/);
  await there.goto("/settings");
  await expect(heading(there)).toHaveText("Settings");
});

test("an invitation and a reset by mail each work once, and a reset ends what was signed in", {
  tag: "@once",
}, async ({ browser }) => {
  const email = fresh("noa");
  await invite(browser, email);
  const here = await acceptInvitation(browser, email, password);
  await expect(here).toHaveURL(/\/today/);
  const stranger = await openBrowser(browser);
  await stranger.goto(await linkMailedTo(email, /invited/));
  await expect(heading(stranger)).toHaveText("This link cannot be used any more");
  await stranger.getByRole("link", { name: "Send me a new link" }).click();

  await stranger.getByLabel("E-mail").fill(email);
  await stranger.getByRole("button", { name: "Send me a link" }).click();
  await expect(stranger.getByText("Look into your mailbox")).toBeVisible();
  const link = await linkMailedTo(email, /new password/);
  await stranger.goto(link);
  await stranger.getByLabel("New password").fill("Password2026!");
  await stranger.getByRole("button", { name: "Save and sign in" }).click();
  await expect(stranger.getByText("one of the first passwords that somebody would guess")).toBeVisible();
  await stranger.getByLabel("New password").fill(other);
  await stranger.getByRole("button", { name: "Save and sign in" }).click();
  await expect(stranger).toHaveURL(/\/today/);

  await here.reload();
  await expect(here).toHaveURL(/\/sign-in/);
  await here.goto(link);
  await expect(heading(here)).toHaveText("This link cannot be used any more");
  await here.goto("/sign-in");
  await fillIn(here, email, password);
  await expect(here.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await signIn(here, email, other);
});

test("asking for a new password answers the same for an address that nobody has", { tag: "@once" }, async ({
  page,
}) => {
  await page.goto("/reset");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("Write an e-mail address, like name@company.com.")).toBeVisible();
  await page.getByLabel("E-mail").fill(fresh("nobody"));
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("Look into your mailbox")).toBeVisible();
});

test("changing one's password keeps this browser and ends the others", { tag: "@once" }, async ({
  browser,
}) => {
  const email = fresh("noa");
  await invite(browser, email);
  const here = await acceptInvitation(browser, email, password);
  const there = await openBrowser(browser);
  await signIn(there, email, password);
  await here.goto("/settings");
  await here.getByLabel("Current password").fill("not the right password");
  await here.getByLabel("New password").fill(other);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("This is not your current password.")).toBeVisible();
  await here.getByLabel("Current password").fill(password);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("Password changed.", { exact: false })).toBeVisible();
  await here.reload();
  await expect(heading(here)).toHaveText("Settings");
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in/);
});

test("somebody who is deactivated is out at their next step", { tag: "@once" }, async ({ browser }) => {
  const email = fresh("noa");
  await invite(browser, email);
  const here = await acceptInvitation(browser, email, password);
  const admin = await signedIn(browser, "admin");
  await admin.goto(`/people?q=${encodeURIComponent(email)}`);
  await admin.getByRole("link", { name: "Noa Lindqvist" }).click();
  await admin.getByRole("button", { name: "Deactivate" }).click();
  await expect(admin.getByText("deactivated and signed out everywhere", { exact: false })).toBeVisible();
  await here.goto("/settings");
  await expect(here).toHaveURL(/\/sign-in/);
  await fillIn(here, email, password);
  await expect(here.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
});

test.describe("the company's provider", () => {
  async function throughProvider(page: Page, login: string): Promise<void> {
    await page.goto("/sign-in?from=/settings");
    await page.getByRole("button", { name: "Sign in with Brightline" }).click();
    await page.getByPlaceholder("Enter any login").fill(login);
    await page.getByPlaceholder("and password").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
  }

  test("signs in whom it vouches for, without a password of ours", async ({ browser }) => {
    const email = fresh("noa");
    await invite(browser, email);
    const page = await openBrowser(browser);
    await throughProvider(page, email);
    await expect(page).toHaveURL(/\/settings$/);
    await expect(page.getByText("You sign in with your company account", { exact: false })).toBeVisible();
    await expect(page.getByText("with the company account", { exact: true })).toBeVisible();
  });

  test("does not sign in whom nobody here knows, nor an address that was not checked", {
    tag: "@once",
  }, async ({ browser }) => {
    const email = `${unverified}${fresh("noa")}`;
    await invite(browser, email);
    for (const login of [email, fresh("stranger")]) {
      const page = await openBrowser(browser);
      await throughProvider(page, login);
      await expect(
        page.getByText("Nobody here has the address of that account.", { exact: false }),
      ).toBeVisible();
      await page.goto("/settings");
      await expect(page).toHaveURL(/\/sign-in/);
    }
  });
});
