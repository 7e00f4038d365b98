import { describe, expect, test } from "vitest";
import { catalogue } from "@/lib/catalogue";
import { messageWords, renderMessage } from "@/lib/messages/render";
import { following, keyOf } from "@/lib/messages/rules";
import { messageKinds } from "@/lib/outbox";

const told = { kind: "assessmentAsked", href: "/attempts/1" };
const data = { mentee: "Maya", cohort: "Spring", day: "2026-03-13", number: 1 };

describe("an e-mail", () => {
  test("says the same in text and in HTML, and leads to its page", () => {
    const { subject, text, html, url } = renderMessage({ ...told, data }, "Ömer");
    expect(subject).toBe("Please score Maya on Fri, Mar 13");
    for (const whole of [text, html]) {
      expect(whole).toContain("Hello Ömer,");
      expect(whole).toContain("certification of Maya in the cohort Spring on Fri, Mar 13");
      expect(whole).toContain("http://localhost:3000/attempts/1");
    }
    expect(url).toBe("http://localhost:3000/attempts/1");
  });

  test.each([
    "<script>alert(1)</script>",
    `"><img src=x onerror=alert(1)>`,
    "&lt;b&gt;",
    "{mentee}",
    "'</p>",
  ])("keeps what people typed as text: %s", (mentee) => {
    const { text, html } = renderMessage({ ...told, data: { ...data, mentee } }, mentee);
    expect(text).toContain(mentee);
    const tags = (page: string) => page.match(/<\/?\w+/g);
    expect(tags(html)).toEqual(tags(renderMessage({ ...told, data }, "Maya").html));
  });

  test.each(["Maya\r\nBcc: all@test.example", "Maya\u2028Bcc: all", "Maya\u0000"])(
    "has a subject of one line: %j",
    (mentee) => {
      const { subject } = renderMessage({ ...told, data: { ...data, mentee } }, "Ömer");
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(
        renderMessage({ ...told, data: { ...data, mentee: mentee.repeat(200) } }, "Ö").subject.length,
      ).toBe(200);
    },
  );

  test.each(["//evil.example/x", "https://evil.example", "javascript:alert(1)"])(
    "never leads out of the product: %s",
    (href) => {
      expect(renderMessage({ ...told, href, data }, "Ömer").url).toBe("http://localhost:3000/");
    },
  );

  test("of an invitation holds the one-time link, made anew each time from its id", () => {
    const invitation = { kind: "invitation", href: "/sign-in", data: { linkId: crypto.randomUUID() } };
    const { url } = renderMessage(invitation, "Ömer");
    expect(url).toMatch(/^http:\/\/localhost:3000\/invitation\/[\w-]{43}$/);
    expect(renderMessage(invitation, "Ömer").url).toBe(url);
    const other = { ...invitation, data: { linkId: crypto.randomUUID() } };
    expect(renderMessage(other, "Ömer").url).not.toBe(url);
  });

  test("isolates a name that is written from right to left", () => {
    expect(messageWords({ kind: told.kind, data: { ...data, mentee: "نور حداد" } }).title).toContain(
      "\u2068نور حداد\u2069",
    );
  });
});

describe("the words of messages", () => {
  test("are there for every kind, and for no other", () => {
    const { kind } = catalogue().messages as { kind: Record<string, object> };
    expect(Object.keys(kind).sort()).toEqual([...messageKinds].sort());
    for (const words of Object.values(kind)) expect(Object.keys(words).sort()).toEqual(["body", "title"]);
  });

  test("of one that lacks a value are its key: a list of many still shows the others", () => {
    expect(messageWords({ kind: "assessmentAsked", data: {} }).title).toBe(
      "messages.kind.assessmentAsked.title",
    );
  });
});

describe("the place in a list", () => {
  test("is read back, and anything else is the beginning", () => {
    const row = { createdAt: new Date("2026-03-02T09:00:00Z"), id: crypto.randomUUID() };
    expect(following(keyOf(row) ?? "")).toMatchObject({
      OR: [{ createdAt: { lt: row.createdAt } }, { id: { lt: row.id } }],
    });
    for (const text of ["", "1", "x.y", "'; DROP TABLE", `99999999999999999.${row.id}`, undefined]) {
      expect(following(text)).toEqual({});
    }
  });
});
