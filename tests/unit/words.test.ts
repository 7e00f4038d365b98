import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

type Written = { [key: string]: string | Written };

function keysOf(tree: Written, above: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${above}.${key}`] : keysOf(value, `${above}.${key}`),
  );
}

const namespaces = readdirSync("messages/en").map((file) => file.replace(".json", ""));
const keys = namespaces.flatMap((name) =>
  keysOf(JSON.parse(readFileSync(`messages/en/${name}.json`, "utf8")) as Written, name),
);

function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => /\.tsx?$/.test(file)).map((file) => `${folder}/${file}`);
}

/** What a file says: texts are patterns, `state.${state}` is one for everything that begins so. */
type Source = {
  file: string;
  /** The namespaces that it asks for words of. */
  namespaces: string[];
  texts: string[];
  /** It asks for a word whose name comes from elsewhere. */
  asksForAny: boolean;
};

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The pattern of a text as it stands in the code; null for anything else, and for a text that could be any. */
function patternOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return literally(node.text);
  if (!ts.isTemplateExpression(node)) return null;
  const ends = node.templateSpans.map(({ literal }) => `.+${literally(literal.text)}`);
  const pattern = literally(node.head.text) + ends.join("");
  return pattern === ".+" ? null : pattern;
}

const translator = /^(await )?(use|get)Translations\(/;

/** The names in a declaration that stand for translators: `t`, or `[, t]` of a Promise.all. */
function translatorsOf({ name, initializer }: ts.VariableDeclaration): string[] {
  if (initializer && translator.test(initializer.getText())) return [name.getText()];
  const all = initializer && ts.isAwaitExpression(initializer) ? initializer.expression : undefined;
  if (!ts.isArrayBindingPattern(name) || !all || !ts.isCallExpression(all)) return [];
  const [list] = all.arguments;
  const given = list && ts.isArrayLiteralExpression(list) ? list.elements : [];
  return name.elements.flatMap((one, place) =>
    translator.test(given[place]?.getText() ?? "") ? [one.getText()] : [],
  );
}

function read(file: string): Source {
  const source: Source = { file, namespaces: [], texts: [], asksForAny: false };
  const translators = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) return;
    const text = patternOf(node);
    if (text) source.texts.push(text);
    if (ts.isVariableDeclaration(node)) for (const name of translatorsOf(node)) translators.add(name);
    if (ts.isCallExpression(node)) {
      const [called = "", asked] = [node.expression.getText().split(".")[0], node.arguments[0]];
      const pattern = asked && patternOf(asked);
      if (/^(use|get)Translations$/.test(called)) source.namespaces.push(...(pattern ? [pattern] : []));
      else if (translators.has(called) && asked && !pattern) source.asksForAny = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
  return source;
}

const sources = [...["app", "components", "lib"].flatMap(filesIn), "worker.ts"].map(read);

/** Whether one of the texts is this key, or could become it. */
function among(texts: Iterable<string>): (key: string) => boolean {
  const [plain, open]: [Set<string>, RegExp[]] = [new Set(), []];
  for (const text of texts) {
    if (text.includes(".+")) open.push(new RegExp(`^${text}$`));
    else plain.add(text);
  }
  return (key) => plain.has(literally(key)) || open.some((pattern) => pattern.test(key));
}

const anywhere = among(
  sources.flatMap(({ texts }) =>
    texts.filter((text) => namespaces.some((name) => text.startsWith(literally(`${name}.`)))),
  ),
);
const asking = sources.map((source) => ({
  ...source,
  begins: source.namespaces.map((name) => new RegExp(`^${name}\\.`)),
  says: among(source.texts),
}));

function isUsed(key: string): boolean {
  if (anywhere(key) || (key.endsWith("Already") && anywhere(key.replace(/Already$/, "")))) return true;
  return asking.some(({ begins, says, asksForAny }) =>
    begins.some((namespace) => {
      if (!namespace.test(key)) return false;
      const rest = key.replace(namespace, "");
      return says(rest) || (asksForAny && !rest.includes("."));
    }),
  );
}

describe("words", () => {
  it("are none that nobody says", () => {
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  // What zod is told is text, which the compiler does not compare with the catalogue.
  it("are there for everything that a schema finds wrong", () => {
    const known = new Set(keys);
    const schemas = sources.filter(({ file }) => /^lib\/(\w[\w-]*\/schema|text)\.ts$/.test(file));
    const unsaid = schemas.flatMap(({ file, texts }) =>
      texts
        .map((text) => text.replaceAll("\\", ""))
        .filter((text) => /^[a-z-]+(\.\w+)+$/.test(text) && !known.has(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(unsaid).toEqual([]);
  });
});
