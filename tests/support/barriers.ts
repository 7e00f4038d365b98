import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const all = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } as const;
/** What a theme can change: the rest stands in the page whatever its colours. */
const ofColours = { type: "rule", values: ["color-contrast", "link-in-text-block"] } as const;
const looks = [
  ["light", all],
  ["dark", ofColours],
] as const;

/** What somebody could trip over, in a few words each. */
async function barriers(page: Page, runOnly: typeof all | typeof ofColours): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const options = { runOnly, resultTypes: ["violations"] };
  const run = `axe.run(document, ${JSON.stringify(options)})`;
  const { violations } = await page.evaluate<AxeResults>(run);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, any }) => `${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`),
  );
}

/** Looks at the page as it stands in each theme; what is found is reported with the others at the end of the test. */
export async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const [colorScheme, rules] of looks) {
    // Colours that are still on their way to the other theme are nobody's.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect.soft(await barriers(page, rules), `${name}, ${colorScheme}, at ${page.url()}`).toEqual([]);
  }
}
