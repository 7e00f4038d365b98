import { describe, expect, test } from "vitest";
import { bothSides } from "@/components/logs/both-sides";
import { type DraftTools, LogDraft } from "@/components/logs/log-draft";
import type { LogAnswer } from "@/lib/logs/commands";
import { emptyLog } from "@/lib/logs/prefill";
import type { WriteLog } from "@/lib/logs/schema";

const at = new Date("2026-03-02T09:42:00Z");
const stored = (version: number, state: "DRAFT" | "SUBMITTED" = "DRAFT") => ({
  version,
  state,
  updatedAt: at,
});

/** A phone with a storage, a server that answers what it is told to, and timers that run when asked. */
function phone(kept = new Map<string, string>()) {
  const sent: (WriteLog & { deed: "save" | "submit" })[] = [];
  const answers: (LogAnswer | "offline" | "refused")[] = [];
  const waiting: (() => void)[] = [];
  const server = (deed: "save" | "submit") => async (input: WriteLog) => {
    sent.push({ ...input, deed });
    const answer = answers.shift() ?? {
      saved: stored(input.version + 1, deed === "submit" ? "SUBMITTED" : "DRAFT"),
      conflict: null,
    };
    if (answer === "offline") throw new TypeError("Failed to fetch");
    if (answer === "refused") return { serverError: { sentence: { key: "logs.refused.future" as const } } };
    return { data: answer };
  };
  const tools: DraftTools = {
    save: server("save"),
    submit: server("submit"),
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    later: (run) => {
      waiting.push(run);
      return () => void waiting.splice(waiting.indexOf(run) >>> 0, 1);
    },
  };
  const open = (given: Partial<ConstructorParameters<typeof LogDraft>[0]> = {}) =>
    new LogDraft(
      { personId: "me", enrollmentId: "e", day: "2026-03-02", stored: null, start: emptyLog([]), ...given },
      tools,
    );
  const settle = async () => {
    for (let turn = 0; turn < 6; turn++) {
      for (const run of waiting.splice(0)) run();
      await Promise.resolve().then(() => undefined);
      await new Promise((done) => setImmediate(done));
    }
  };
  return { kept, sent, answers, waiting, open, settle };
}

describe("a log while it is written", () => {
  test("is kept on the phone with every change and sent once after the last one", async () => {
    const { kept, sent, open, settle } = phone();
    const draft = open();
    draft.change({ calls: 1 });
    draft.change({ calls: 2 });
    expect(JSON.parse([...kept.values()][0] ?? "")).toMatchObject({ version: 0, content: { calls: 2 } });
    await settle();
    expect(sent).toMatchObject([{ deed: "save", calls: 2, version: 0 }]);
    expect(draft.read()).toMatchObject({ phase: "saved", savedAt: at });
    expect(kept.size).toBe(0);
  });

  test("is sent again when something was typed meanwhile, on the new version", async () => {
    const { sent, open, settle } = phone();
    const draft = open();
    draft.change({ calls: 1 });
    draft.flush();
    draft.change({ calls: 2 });
    await settle();
    expect(sent.map(({ calls, version }) => [calls, version])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(draft.read().phase).toBe("saved");
  });

  test("stays on the phone while the server cannot be reached, and is sent as soon as it can", async () => {
    const { kept, sent, answers, open } = phone();
    answers.push("offline");
    const draft = open();
    draft.change({ learned: "To listen" });
    draft.flush();
    await new Promise((done) => setImmediate(done));
    expect(draft.read().phase).toBe("offline");
    expect(kept.size).toBe(1);
    draft.flush();
    await new Promise((done) => setImmediate(done));
    expect(sent).toHaveLength(2);
    expect(draft.read().phase).toBe("saved");
    expect(kept.size).toBe(0);
  });

  test("comes back after the page was closed offline, submits what was to be submitted", async () => {
    const first = phone();
    first.answers.push("offline");
    const draft = first.open();
    draft.change({ learned: "To listen", progress: "AHEAD" });
    await draft.submit();
    const second = phone(first.kept);
    const again = second.open();
    again.resume();
    await second.settle();
    expect(second.sent).toMatchObject([{ deed: "submit", learned: "To listen" }]);
    expect(again.read()).toMatchObject({ phase: "saved", submitted: true });
  });

  test("shows both sides of a conflict and sends what was chosen on the newer version", async () => {
    const { sent, answers, open, settle } = phone();
    const theirs = { ...stored(3), content: { ...emptyLog([]), learned: "Theirs" } };
    answers.push({ saved: null, conflict: theirs });
    const draft = open();
    draft.change({ learned: "Mine" });
    await settle();
    expect(draft.read()).toMatchObject({
      phase: "conflict",
      theirs: { content: { learned: "Theirs" } },
      content: { learned: "Mine" },
    });
    draft.settle(bothSides(draft.read().content, theirs.content));
    await settle();
    expect(sent.at(-1)).toMatchObject({ learned: "Theirs\n\nMine", version: 3 });
  });

  test("takes theirs without writing", async () => {
    const { sent, answers, kept, open, settle } = phone();
    const theirs = { ...stored(3, "SUBMITTED"), content: { ...emptyLog([]), learned: "Theirs" } };
    answers.push({ saved: null, conflict: theirs });
    const draft = open();
    draft.change({ learned: "Mine" });
    await settle();
    draft.settle(theirs.content);
    expect(draft.read()).toMatchObject({ phase: "saved", submitted: true, content: { learned: "Theirs" } });
    expect(sent).toHaveLength(1);
    expect(kept.size).toBe(0);
  });

  test("that was refused stays as it was typed and is not sent again by itself", async () => {
    const { answers, kept, waiting, open, settle } = phone();
    answers.push("refused");
    const draft = open();
    draft.change({ calls: 4 });
    await settle();
    expect(draft.read()).toMatchObject({ phase: "refused", content: { calls: 4 } });
    expect(kept.size).toBe(1);
    expect(waiting).toEqual([]);
  });

  test("that was submitted is saved again only when its author submits it again", async () => {
    const { sent, open, settle } = phone();
    const draft = open({ stored: { ...stored(2, "SUBMITTED"), content: emptyLog([]) } });
    draft.correct();
    draft.change({ calls: 7 });
    draft.flush();
    await settle();
    expect(sent).toEqual([]);
    await draft.submit();
    expect(sent).toMatchObject([{ deed: "submit", calls: 7, version: 2 }]);
    expect(draft.read()).toMatchObject({ submitted: true, correcting: false, phase: "saved" });
  });
});

test("both sides together keep the narrower audience of a note", () => {
  const mine = { ...emptyLog([]), note: "For all", noteAudience: "SHARED" as const };
  const theirs = { ...emptyLog([]), note: "For me", noteAudience: "PRIVATE" as const };
  expect(bothSides(mine, theirs)).toMatchObject({ note: "For me\n\nFor all", noteAudience: "PRIVATE" });
});
