import { expect, test } from "@playwright/test";

test("the server is ready and shows nobody's page to nobody", async ({ page, request }) => {
  expect((await request.get("/api/health/ready")).status()).toBe(200);
  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});
