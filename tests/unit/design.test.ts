import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "@/scripts/root";

/** It gives words and draws nothing. */
const wordsAlone = "sentence";

const namesIn = (folder: string) =>
  readdirSync(join(root, folder)).flatMap((file) => (file.endsWith(".tsx") ? [file.slice(0, -4)] : []));

const primitivesOf = (file: string) =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(
      /from "(?:\.|\.\.\/ui|@\/components\/ui)\/([a-z-]+)"/g,
    ),
  ].map(([, name]) => name ?? "");

test("the design page shows every primitive, by itself or inside another", () => {
  const seen = new Set<string>();
  const look = (name: string) => {
    if (seen.has(name) || !primitives.includes(name)) return;
    seen.add(name);
    for (const inside of primitivesOf(`components/ui/${name}.tsx`)) look(inside);
  };
  const primitives = namesIn("components/ui");
  const page = primitivesOf("app/(app)/settings/design/page.tsx");
  const parts = namesIn("components/design").flatMap((name) => primitivesOf(`components/design/${name}.tsx`));
  for (const name of [...page, ...parts]) look(name);
  expect(primitives.filter((name) => name !== wordsAlone && !seen.has(name))).toEqual([]);
});
