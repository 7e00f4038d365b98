import { readdirSync, readFileSync } from "node:fs";
import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";
import { pick } from "@/components/shell/words";
import { catalogue, inWords } from "@/lib/catalogue";
import { keyFromText } from "@/lib/errors";

type Written = { [key: string]: string | Written };

function messagesOf(tree: Written, above: string): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${above}.${key}`, value] as [string, string]]
      : messagesOf(value, `${above}.${key}`),
  );
}

const files = readdirSync("messages/en");

describe("the catalogue", () => {
  it.each(files)("%s holds messages that can be understood, without exclamation marks", (file) => {
    const tree = JSON.parse(readFileSync(`messages/en/${file}`, "utf8")) as Written;
    const wrong = messagesOf(tree, file.replace(".json", "")).filter(([, text]) => {
      try {
        compile(text);
        return text.includes("!");
      } catch {
        return true;
      }
    });
    expect(wrong).toEqual([]);
  });

  it("says a sentence with its plural and its values", () => {
    expect(inWords({ key: "shell.inbox.unread", values: { count: 1 } })).toBe("1 unread message");
    expect(inWords({ key: "shell.inbox.unread", values: { count: 3 } })).toBe("3 unread messages");
  });

  it("writes a day among the values as people write it", () => {
    expect(inWords({ key: "strip.day", values: { number: "2026-11-16" } })).toBe("Day Mon, Nov 16");
  });

  it("keeps a name that is written from right to left from turning the words around it", () => {
    expect(inWords({ key: "strip.day", values: { number: "ليلى" } })).toBe("Day \u2068ليلى\u2069");
  });

  it("shows the key of a sentence that it lacks", () => {
    expect(inWords({ key: keyFromText("nowhere.at.all") })).toBe("nowhere.at.all");
    expect(inWords({ key: keyFromText("shell.inbox") })).toBe("shell.inbox");
  });
});

describe("the words of a page", () => {
  const all = catalogue();

  it("are the namespaces it asks for and no others", () => {
    expect(Object.keys(pick(all, ["ui", "shell"]))).toEqual(["ui", "shell"]);
  });

  it("can be a part of a namespace, in its place", () => {
    const { shell } = pick(all, ["shell.nav", "shell.hats"]);
    expect(Object.keys(shell ?? {})).toEqual(["nav", "hats"]);
  });

  it("leave out what the catalogue lacks", () => {
    expect(pick(all, ["nowhere", "shell.nowhere"])).toEqual({ shell: {} });
  });
});
