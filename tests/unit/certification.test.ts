import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certificateBytes,
  isCertificateNumber,
  makeCertificateNumber,
  readCertificateNumber,
} from "@/lib/certification/certificate-number";
import {
  allowedOutcomes,
  assessorRefusal,
  attemptEdges,
  attemptResult,
  attemptStates,
  deciderRefusal,
  enrollmentAfter,
  isLevel,
  isOpenAttempt,
  outcomeRefusal,
  outcomes,
} from "@/lib/certification/rules";
import { enrollmentEdges } from "@/lib/mentees/rules";
import { defaultRubric } from "@/lib/programs/default-rubric";
import { words } from "@/tests/support/words";

const rubric = {
  passMark: 70,
  maxLevel: 4,
  criteria: [
    { id: "discovery", weight: 50, mustReach: 3 },
    { id: "pitch", weight: 30, mustReach: 0 },
    { id: "crm", weight: 20, mustReach: 0 },
  ],
};
const levels = (discovery: number, pitch: number, crm: number) =>
  new Map(Object.entries({ discovery, pitch, crm }));

describe("the result of an attempt", () => {
  it("is the weighted mean of the levels, from 0 to 100", () => {
    expect(attemptResult(rubric, [levels(0, 0, 0)]).total).toBe(0);
    expect(attemptResult(rubric, [levels(4, 4, 4)]).total).toBe(100);
    expect(attemptResult(rubric, [levels(3, 3, 3)]).total).toBe(75);
    expect(attemptResult(rubric, [levels(4, 2, 1)]).total).toBe(70);
  });

  it("passes at the pass mark with every must-pass criterion at its level", () => {
    expect(attemptResult(rubric, [levels(4, 2, 1)])).toEqual({
      total: 70,
      passed: true,
      failedMustPass: [],
      missing: [],
    });
    expect(attemptResult(rubric, [levels(4, 1, 2)])).toMatchObject({ total: 68, passed: false });
  });

  it("fails below a must-pass level, however high the total", () => {
    const result = attemptResult(rubric, [levels(2, 4, 4)]);
    expect(result).toEqual({ total: 75, passed: false, failedMustPass: ["discovery"], missing: [] });
  });

  it("is not passed while a criterion has no score", () => {
    const result = attemptResult(rubric, [
      new Map([
        ["discovery", 4],
        ["pitch", 4],
      ]),
    ]);
    expect(result).toEqual({ total: 80, passed: false, failedMustPass: [], missing: ["crm"] });
    expect(attemptResult(rubric, []).missing).toEqual(["discovery", "pitch", "crm"]);
  });

  it("takes the mean of several assessors", () => {
    expect(attemptResult(rubric, [levels(4, 4, 4), levels(2, 2, 2)])).toMatchObject({
      total: 75,
      passed: true,
    });
    expect(attemptResult(rubric, [levels(3, 4, 4), levels(2, 4, 4)]).failedMustPass).toEqual(["discovery"]);
  });

  it("rounds half up, so that what people see is what counts", () => {
    const thirds = {
      passMark: 13,
      maxLevel: 4,
      criteria: [
        { id: "a", weight: 1, mustReach: 0 },
        { id: "b", weight: 1, mustReach: 0 },
      ],
    };
    const result = attemptResult(thirds, [
      new Map([
        ["a", 1],
        ["b", 0],
      ]),
    ]);
    expect(result).toMatchObject({ total: 13, passed: true });
  });

  it("refuses levels that the rubric does not have", () => {
    for (const wrong of [-1, 5, 2.5, Number.NaN]) {
      expect(isLevel(wrong, 4)).toBe(false);
      expect(() => attemptResult(rubric, [levels(wrong, 0, 0)])).toThrow(RangeError);
    }
    expect(() => attemptResult({ ...rubric, criteria: [] }, [])).toThrow(RangeError);
  });

  it("never falls when a level rises, and stays between 0 and 100", () => {
    const level = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(level, level, level, level, (a, b, c, raised) => {
        const { total } = attemptResult(rubric, [levels(a, b, c)]);
        expect(total >= 0 && total <= 100).toBe(true);
        expect(attemptResult(rubric, [levels(Math.max(a, raised), b, c)]).total).toBeGreaterThanOrEqual(
          total,
        );
      }),
    );
  });

  it("of the default rubric passes with “ready” on every line", () => {
    const criteria = defaultRubric.criteria.map((criterion) => ({ ...criterion, id: criterion.name }));
    const all = (level: number) => new Map(criteria.map((criterion) => [criterion.id, level]));
    expect(attemptResult({ ...defaultRubric, criteria }, [all(3)])).toMatchObject({
      total: 75,
      passed: true,
    });
    expect(attemptResult({ ...defaultRubric, criteria }, [all(2)])).toMatchObject({
      total: 50,
      passed: false,
    });
  });
});

describe("an outcome", () => {
  const passed = { passed: true, missing: [] };
  const short = { passed: false, missing: [] };
  const first = { number: 1, afterExtension: false };

  it("is passed for what has passed, and nothing else", () => {
    expect(allowedOutcomes(passed, first)).toEqual(["PASSED"]);
    expect(words(outcomeRefusal("FAILED", passed, first))).toContain("it is passed");
    expect(words(outcomeRefusal("PASSED", short, first))).toContain("cannot be passed");
  });

  it("is a retake once, then an extension, then not certified", () => {
    expect(allowedOutcomes(short, first)).toEqual(["RETAKE", "EXTENDED", "FAILED"]);
    expect(allowedOutcomes(short, { number: 2, afterExtension: false })).toEqual(["EXTENDED", "FAILED"]);
    expect(allowedOutcomes(short, { number: 2, afterExtension: false }, 2)).toContain("RETAKE");
    expect(allowedOutcomes(short, { number: 3, afterExtension: true })).toEqual(["FAILED"]);
    expect(words(outcomeRefusal("RETAKE", short, { number: 2, afterExtension: false }))).toContain(
      "had their retake",
    );
    expect(words(outcomeRefusal("EXTENDED", short, { number: 3, afterExtension: true }))).toContain(
      "already had an extension",
    );
  });

  it("waits for every score", () => {
    const unscored = { passed: false, missing: ["crm"] };
    expect(allowedOutcomes(unscored, first)).toEqual([]);
    for (const outcome of outcomes)
      expect(words(outcomeRefusal(outcome, unscored, first))).toContain("no score yet");
  });

  it("is refused exactly when it is not allowed", () => {
    for (const result of [passed, short, { passed: false, missing: ["crm"] }]) {
      for (const standing of [
        first,
        { number: 2, afterExtension: false },
        { number: 3, afterExtension: true },
      ]) {
        for (const outcome of outcomes) {
          const allowed = allowedOutcomes(result, standing).includes(outcome);
          expect(outcomeRefusal(outcome, result, standing) === null).toBe(allowed);
        }
      }
    }
  });

  it("only ever moves an enrollment along its edges", () => {
    for (const outcome of outcomes) {
      const after = enrollmentAfter(outcome);
      if (after) expect(enrollmentEdges.ACTIVE).toContain(after);
      expect(attemptEdges.IN_ASSESSMENT).toContain(outcome);
    }
    expect(enrollmentAfter("RETAKE")).toBeNull();
    expect(attemptStates.filter(isOpenAttempt)).toEqual(["SCHEDULED", "IN_ASSESSMENT"]);
  });
});

describe("independence", () => {
  const relations = { menteeId: "mentee", lineManagerId: "manager", mentorIds: ["lead", "former"] };

  it("keeps mentee, mentors of any time and line manager from assessing", () => {
    for (const person of ["mentee", "manager", "lead", "former"]) {
      expect(words(assessorRefusal(person, relations)), person).toMatch(/\.$/);
    }
    expect(assessorRefusal("stranger", relations)).toBeNull();
    expect(assessorRefusal("stranger", { ...relations, lineManagerId: null })).toBeNull();
  });

  it("keeps mentee and line manager from deciding", () => {
    expect(deciderRefusal("mentee", relations)).not.toBeNull();
    expect(words(deciderRefusal("manager", relations))).toContain("decide nothing");
    expect(deciderRefusal("organizer", relations)).toBeNull();
  });
});

describe("a certificate number", () => {
  const bytes = fc.uint8Array({ minLength: certificateBytes, maxLength: certificateBytes });
  const year = fc.integer({ min: 1000, max: 9999 });
  const number = fc.tuple(year, bytes).map(([of, random]) => makeCertificateNumber(of, random));
  const digits = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];

  it("is recognised as one, with 55 random bits behind it", () => {
    fc.assert(
      fc.property(
        number,
        (text) => /^RA-\d{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/.test(text) && isCertificateNumber(text),
      ),
    );
    expect(certificateBytes * 5).toBe(55);
    expect(makeCertificateNumber(2026, new Uint8Array(11))).toMatch(/^RA-2026-0000-0000-000.$/);
  });

  it("differs whenever the random digits differ", () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const same = a.every((byte, index) => byte % 32 === (b[index] ?? 0) % 32);
        expect(makeCertificateNumber(2026, a) === makeCertificateNumber(2026, b)).toBe(same);
      }),
    );
  });

  it("tells any single wrong digit and any two swapped ones, in the year too", () => {
    fc.assert(
      fc.property(number, fc.nat(), fc.nat(), fc.constantFrom(...digits), (text, here, there, digit) => {
        const places = [...text].flatMap((char, index) => (index > 2 && char !== "-" ? [index] : []));
        const a = places[here % places.length] ?? 3;
        const b = places[there % places.length] ?? 3;
        const chars = [...text];
        const wrong = chars.with(a, digit).join("");
        expect(isCertificateNumber(wrong)).toBe(wrong === text);
        const swapped = chars.with(a, text.charAt(b)).with(b, text.charAt(a)).join("");
        expect(isCertificateNumber(swapped)).toBe(swapped === text);
      }),
      { numRuns: 1000 },
    );
  });

  it("is found again however it was typed", () => {
    fc.assert(
      fc.property(number, (text) => {
        const typed = text.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
        expect(readCertificateNumber(`  ${typed} `)).toBe(text);
        expect(readCertificateNumber(text)).toBe(text);
      }),
    );
  });

  it("is not found in anything else", () => {
    for (const text of [
      "",
      "RA",
      "RA-2026",
      "RA-2026-0000-0000-0001",
      "XX-2026-0000-0000-0000",
      "\u0000",
      "RA".repeat(500),
    ]) {
      expect(readCertificateNumber(text), text).toBeNull();
      expect(isCertificateNumber(text), text).toBe(false);
    }
  });

  it("is not made of too little chance or of a year that is none", () => {
    expect(() => makeCertificateNumber(2026, new Uint8Array(10))).toThrow(RangeError);
    expect(() => makeCertificateNumber(26, new Uint8Array(11))).toThrow(RangeError);
  });
});
