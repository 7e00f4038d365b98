import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/globals.css", "utf8");

type Theme = "light" | "dark";

/** Each role with its two colours, as `--role: light-dark(#…, #…);` says. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, role = "", light = "", dark = ""]) => [role, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string, theme: Theme): number {
  const [a, b] = [front, back].map((role) => {
    const token = tokens.get(role);
    if (!token) throw new Error(`app/globals.css has no --${role} with a light and a dark colour`);
    return luminance(token[theme]);
  });
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
}

const grounds = ["paper", "panel", "float", "sunken", "hover"];
const signals = ["due", "missed", "done", "certify"];

/** What is read: 4.5 to 1 (WCAG 1.4.3). */
const text: [front: string, back: string][] = [
  ...["ink", "ink-soft", "ink-faint", "accent", "danger"].flatMap((front) =>
    grounds.map((back): [string, string] => [front, back]),
  ),
  ...signals.flatMap((front) => ["paper", "panel", "float"].map((back): [string, string] => [front, back])),
  ...signals.map((front): [string, string] => [front, `${front}-soft`]),
  ...signals.flatMap((tone) => ["ink", "ink-soft"].map((front): [string, string] => [front, `${tone}-soft`])),
  ["ink", "accent-soft"],
  ["ink-soft", "accent-soft"],
  ["accent", "accent-soft"],
  ["due", "accent-soft"],
  ["missed", "accent-soft"],
  ["done", "accent-soft"],
  ["certify", "accent-soft"],
  ["accent-strong", "panel"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["on-danger", "danger"],
  ["on-danger", "danger-strong"],
];

/** What only has to be seen, such as the edge of a field or the focus: 3 to 1 (WCAG 1.4.11). */
const shapes: [front: string, back: string][] = [
  ...["paper", "panel", "float"].map((back): [string, string] => ["edge", back]),
  ...grounds.map((back): [string, string] => ["accent", back]),
];

describe.each<Theme>(["light", "dark"])("the colours of the %s theme", (theme) => {
  it.each(text)("%s can be read on %s", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("%s can be seen on %s", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

describe("the colours", () => {
  const files = ["components", "app"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(tsx|css)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const homes = ["app/globals.css", "app/layout.tsx"];

  it("have one home: no component and no page brings one of its own", () => {
    const strays = files.filter(
      (file) =>
        !homes.includes(file) && /#[0-9a-f]{6}\b|\b(rgb|hsl|oklch)a?\(/i.test(readFileSync(file, "utf8")),
    );
    expect(strays).toEqual([]);
  });

  it("of the browser's own bar are those of the page", () => {
    const layout = readFileSync("app/layout.tsx", "utf8");
    expect(layout).toContain(`color: "${tokens.get("paper")?.light}"`);
    expect(layout).toContain(`color: "${tokens.get("paper")?.dark}"`);
  });
});
