import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "@/scripts/root";

const houses = ["app", "components", "lib", "i18n", "scripts", "tests", "prisma/seed"];

function filesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

const files = [...houses.flatMap(filesIn), "worker.ts", "proxy.ts"];
const code = files.filter((file) => /\.tsx?$/.test(file));
const product = code.filter((file) => !/^(scripts|tests|prisma)\//.test(file));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const those = (list: string[], wrong: (file: string) => boolean) => list.filter(wrong);
const isClient = (file: string) => /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*["']use client["']/.test(read(file));

describe("each file has a name that says where it belongs", () => {
  test("no folder or file is called after nothing in particular", () => {
    const vague = /(^|\/)(utils?|helpers?|services?|hooks?|types?|common|misc|index)(\.|\/|$)/;
    expect(those(files, (file) => vague.test(file))).toEqual([]);
  });

  test("names are in kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    const segment = /^(\[{1,2}(\.\.\.)?[a-zA-Z]+\]{1,2}|\([a-z-]+\)|[a-z0-9]+(-[a-z0-9]+)*)$/;
    const wrong = (file: string) => {
      const parts = file.split("/");
      const name = parts.pop() ?? "";
      return !kebab.test(name) || parts.some((part) => !segment.test(part));
    };
    expect(those(files, wrong)).toEqual([]);
  });

  test("app holds nothing but the files that Next.js reserves", () => {
    const reserved =
      /\/(page|layout|template|loading|error|global-error|not-found|default)\.tsx$|\/route\.ts$|^app\/(globals\.css|icon\.svg)$/;
    expect(those(filesIn("app"), (file) => !reserved.test(file))).toEqual([]);
  });

  test("a test lies with its kind, one file for each noun", () => {
    const place = /^tests\/((unit|integration|e2e)\/[a-z-]+\.test\.tsx?|support\/[a-z-]+\.tsx?)$/;
    expect(those(filesIn("tests"), (file) => !place.test(file))).toEqual([]);
  });

  test("lib holds tools and nouns, and a noun holds no folder", () => {
    expect(those(filesIn("lib"), (file) => file.split("/").length > 3 || !file.endsWith(".ts"))).toEqual([]);
  });
});

describe("a file is one thing", () => {
  const lines = (file: string) => read(file).split("\n").length - 1;

  test("no component is longer than 200 lines, no other file than 300", () => {
    expect(those(code, (file) => lines(file) > (file.startsWith("components/") ? 200 : 300))).toEqual([]);
  });

  test("no function is longer than 50 lines", () => {
    const long: string[] = [];
    for (const file of code.filter((name) => name.endsWith(".ts") && !name.startsWith("tests/"))) {
      const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
      const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
      const visit = (node: ts.Node) => {
        if (ts.isFunctionLike(node) && line(node.end) - line(node.getStart()) >= 50) {
          long.push(`${file}:${line(node.getStart()) + 1}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(long).toEqual([]);
  });

  test("pages and layouts are not client components, and client components are no doors", () => {
    const pages = files.filter((file) => /\/(page|layout|template)\.tsx$/.test(file));
    expect(those(pages, isClient)).toEqual([]);
    expect(those(filesIn("lib"), isClient)).toEqual([]);
  });

  test("actions.ts says “use server” first, and nothing else says it", () => {
    const says = (file: string) => /^["']use server["'];/.test(read(file));
    const doors = those(filesIn("lib"), (file) => file.endsWith("/actions.ts"));
    expect(those(doors, (file) => !says(file))).toEqual([]);
    expect(those(product, (file) => !doors.includes(file) && /["']use server["']/.test(read(file)))).toEqual(
      [],
    );
  });
});

describe("nothing is read past its one door", () => {
  const contains = (pattern: RegExp, but: string[]) =>
    those(product, (file) => !but.includes(file) && pattern.test(read(file)));

  test("the clock is read in lib/clock.ts alone", () => {
    expect(contains(/\bnew Date\(\)|\bDate\.now\(\)/, ["lib/clock.ts"])).toEqual([]);
  });

  test("the environment is read in lib/env.ts alone", () => {
    expect(contains(/\bprocess\.env\.(?!NODE_ENV\b)\w+(?! =)\b(?! =)/, ["lib/env.ts"])).toEqual([]);
  });

  test("the logger is the only one that writes to the log", () => {
    expect(contains(/\bconsole\.\w+\(/, [])).toEqual([]);
  });

  test("no migration ends the transaction that it is run and recorded in", () => {
    const scripts = filesIn("prisma/migrations").filter((file) => file.endsWith(".sql"));
    expect(those(scripts, (file) => /^\s*(BEGIN|COMMIT|ROLLBACK)\s*;/im.test(read(file)))).toEqual([]);
  });

  test("nothing is silenced, and nothing waits to be done", () => {
    const excuse = new RegExp(
      ["@ts-(ignore|expect-error|nocheck)", "biome-ignore", "\\bTO" + "DO\\b", "\\bFIX" + "ME\\b"].join("|"),
    );
    expect(
      those(code, (file) => file !== "tests/unit/architecture.test.ts" && excuse.test(read(file))),
    ).toEqual([]);
  });
});

describe("who may import whom", () => {
  let result: ICruiseResult;

  beforeAll(async () => {
    const require = createRequire(import.meta.url);
    const { forbidden, options } = require(join(root, ".dependency-cruiser.cjs"));
    const folders = houses.filter(
      (folder) => !/^(scripts|tests)$/.test(folder) && existsSync(join(root, folder)),
    );
    const { tsConfig, enhancedResolveOptions, ...cruiseOptions } = options;
    const { config } = ts.readConfigFile(join(root, tsConfig.fileName), ts.sys.readFile);
    const answer = await cruise(
      [...folders, "worker.ts", "proxy.ts"],
      { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden } },
      { ...enhancedResolveOptions, tsConfig: join(root, tsConfig.fileName) },
      { tsConfig: ts.parseJsonConfigFileContent(config, ts.sys, root) },
    );
    result = answer.output as ICruiseResult;
  }, 60_000);

  test("every import follows .dependency-cruiser.cjs", () => {
    expect(result.modules.length).toBeGreaterThan(100);
    const broken = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  test("what runs in the browser reaches no data but through actions", () => {
    const imports = new Map(result.modules.map((module) => [module.source, module.dependencies]));
    const server = /^lib\/((db|env|auth|audit|outbox|mail|log)\.ts|[^/]+\/(queries|commands|jobs)\.ts)$/;
    const reached: string[] = [];
    for (const start of those(code, (file) => imports.has(file) && isClient(file))) {
      const seen = new Set([start]);
      for (const file of seen) {
        if (server.test(file)) reached.push(`${start} → ${file}`);
        if (/\/actions\.ts$/.test(file)) continue;
        for (const { resolved } of imports.get(file) ?? []) seen.add(resolved);
      }
    }
    expect(reached).toEqual([]);
  });
});
