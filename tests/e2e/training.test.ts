import { expect, test } from "@playwright/test";
import { signedIn } from "@/tests/support/browser";

const voice = {
  name: "My answer.wav",
  mimeType: "audio/wav",
  buffer: Buffer.from("RIFF\0\0\0\0WAVE", "latin1"),
};
const page = { name: "My answer.wav", mimeType: "audio/wav", buffer: Buffer.from("<html>") };

/** Which scenario is answered in each size of window, so that the two runs never meet. */
const asked = {
  desktop: { scenario: "The call that went wrong in front of you", press: "Answer" },
  phone: { scenario: "The mentee who depends on you for everything", press: "Change the answer" },
};

test("a mentor answers a scenario with a recording, and an organizer gives feedback on it", async ({
  browser,
}, { project }) => {
  const { scenario, press } = project.name === "phone" ? asked.phone : asked.desktop;
  const written = "I ask first, and say it in my own words.";
  const mentor = await signedIn(browser, "pia.lorenz");
  await mentor.goto("/today/mentor");
  await mentor.getByRole("link", { name: "Your mentor training for Winter wave" }).click();
  const item = mentor.getByRole("listitem").filter({
    has: mentor.getByRole("heading", { name: scenario, exact: true }),
  });
  const words = item.getByLabel("Your answer", { exact: true });

  await test.step("what is written is kept on the device", async () => {
    await expect(async () => {
      await words.fill(written);
      await mentor.reload();
      await expect(words).toHaveValue(written, { timeout: 2_000 });
    }).toPass();
    await expect(item.getByText("What you wrote and did not save is here again")).toBeVisible();
  });

  await test.step("what is no recording is refused beside it, and the words stay", async () => {
    await item.getByLabel("Or a file", { exact: true }).setInputFiles(page);
    await item.getByRole("button", { name: press, exact: true }).click();
    await expect(item.getByText("Choose a recording, a PDF, a Word document or a picture.")).toBeVisible();
    await expect(words).toHaveValue(written);
  });

  const link = item.getByRole("link", { name: "My answer.wav" });
  await test.step("a recording is taken, and waits for feedback", async () => {
    await item.getByLabel("Or a file", { exact: true }).setInputFiles(voice);
    // As slow as a phone on the way: what is sent is held until it was seen that it is being sent.
    let go: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      go = done;
    });
    await mentor.route("**/training", async (route) => {
      if (route.request().method() === "POST") await held;
      await route.continue();
    });
    await item.getByRole("button", { name: press, exact: true }).click();
    await expect(item.getByRole("progressbar", { name: "Sending the file" })).toBeVisible();
    go();
    await expect(link).toBeVisible();
    await expect(item.getByRole("progressbar")).toHaveCount(0);
    await mentor.unroute("**/training");
    await expect(item.getByText("Waiting for feedback", { exact: true })).toBeVisible();
  });
  const address = (await link.getAttribute("href")) ?? "";

  await test.step("it is heard by the mentor and the organizer, and by nobody else", async () => {
    const own = await mentor.request.get(address);
    expect([own.status(), own.headers()["content-type"]]).toEqual([200, "audio/wav"]);
    expect(Buffer.compare(await own.body(), voice.buffer)).toBe(0);
    const part = async (range: string) => {
      const { status, headers, body } = await mentor.request
        .get(address, { headers: { range } })
        .then(async (one) => ({ status: one.status(), headers: one.headers(), body: await one.body() }));
      return [status, headers["content-range"], body.toString("latin1")];
    };
    expect(await part("bytes=8-")).toEqual([206, "bytes 8-11/12", "WAVE"]);
    expect(await part("bytes=12-")).toEqual([416, "bytes */12", ""]);
    const other = await signedIn(browser, "mentor");
    expect((await other.request.get(address)).status()).toBe(404);
  });

  const organizer = await signedIn(browser, "enablement");
  await test.step("the organizer gives feedback, and both stay", async () => {
    await organizer.goto("/cohorts");
    await organizer.getByRole("link", { name: "Winter wave" }).first().click();
    await organizer.getByRole("heading", { level: 1, name: "Winter wave" }).waitFor();
    await organizer.goto(`${new URL(organizer.url()).pathname}/mentors/training`);
    const answer = organizer.locator('li[id^="answer-"]').filter({ hasText: `Pia Lorenz: ${scenario}` });
    await expect(answer.getByRole("link", { name: "My answer.wav" })).toHaveAttribute("href", address);
    await expect(async () => {
      await answer.getByLabel("Feedback for Pia Lorenz").fill("Good, and say it earlier.");
      await answer.getByRole("button", { name: "Give feedback", exact: true }).click();
      await expect(answer).toHaveCount(0, { timeout: 5_000 });
    }).toPass();
    await mentor.reload();
    await expect(item.getByText("Good, and say it earlier.")).toBeVisible();
    await expect(item.getByText("Feedback given", { exact: true })).toBeVisible();
    await expect(link).toBeVisible();
    await expect(item.getByRole("button", { name: press, exact: true })).toHaveCount(0);
  });
});
