import { expect, type Page, test } from "@playwright/test";
import { openBrowser, signedIn } from "@/tests/support/browser";

/** A lying picture of one colour, as a file. */
async function aPictureFile(page: Page, colour: string) {
  const address = await page.evaluate((fill) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 900, height: 600 });
    const drawing = canvas.getContext("2d");
    if (drawing) drawing.fillStyle = fill;
    drawing?.fillRect(0, 0, 900, 600);
    return canvas.toDataURL("image/png");
  }, colour);
  const buffer = Buffer.from(address.split(",")[1] ?? "", "base64");
  return { name: "me.png", mimeType: "image/png", buffer };
}

test("a photo is chosen, replaced and removed, and what is typed beside it stays", async ({ browser }, {
  project,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, project.name === "phone" ? "oskar.nilsson" : "mentor");
  await page.goto("/nominations");
  const card = page.getByRole("main").locator('a[href^="/mentors/"]').first();
  const href = (await card.getAttribute("href"))?.replace(/\/edit$/, "") ?? "";
  await page.goto(`${href}/edit`);
  const introduction = page.getByLabel("A few words to your mentees");
  const file = page.getByLabel("Your photo");
  const photo = page.getByRole("main").getByRole("img", { name: /^Photo of / });
  await introduction.fill("Ask me about renewals.");

  await file.setInputFiles({ name: "me.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(page.getByText("This file is no picture that can be shown.", { exact: false })).toBeVisible();
  await expect(photo).toBeHidden();

  await file.setInputFiles(await aPictureFile(page, "teal"));
  await expect(photo).toHaveAttribute("src", /^\/portraits\//);
  const first = (await photo.getAttribute("src")) ?? "";
  await file.setInputFiles(await aPictureFile(page, "tan"));
  await expect(photo).not.toHaveAttribute("src", first);
  await expect(photo).toHaveAttribute("src", /^\/portraits\//);
  await expect(introduction).toHaveValue("Ask me about renewals.");
  const address = (await photo.getAttribute("src")) ?? "";
  await page.goto(href);
  const width = await photo.evaluate((image: HTMLImageElement) =>
    image.decode().then(() => image.naturalWidth),
  );
  expect(width).toBe(256);

  const got = await page.request.get(address);
  expect(got.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  const other = await page.request.get(address.replace(/\?.*/, ""));
  expect(other.headers()["cache-control"]).toBe("private, no-store");
  for (const visitor of [await signedIn(browser, "sme"), await openBrowser(browser)]) {
    expect((await visitor.request.get(address)).status()).toBe(404);
  }

  await page.goto(`${href}/edit`);
  await page.getByRole("button", { name: "Remove photo" }).click();
  await expect(photo).toBeHidden();
  expect((await page.request.get(address)).status()).toBe(404);
});
