import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inWords } from "@/lib/catalogue";
import { countsFor, incompleteness, isWithMentor, validUntil } from "@/lib/mentors/training";
import { answerFileHeaders, answerFileName, answerFileType } from "@/lib/training/answer-file";
import { byteRange, rangeAnswer } from "@/lib/training/byte-range";
import {
  answerRefusal,
  attendanceRefusal,
  dayRefusal,
  feedbackRefusal,
  givenRefusal,
  trainingWorkRefusal,
} from "@/lib/training/rules";
import { answerScenarioSchema } from "@/lib/training/schema";
import { answerFileTypes, someBytes } from "@/tests/support/answer-files";

const whole = { topics: 6, ticked: 6, attended: 1, scenarios: 2, answered: 2, reviewed: 2 };
const words = (given: Partial<typeof whole>) => {
  const missing = incompleteness({ ...whole, ...given });
  return missing && inWords(missing).trim();
};

describe("a mentor training is complete", () => {
  it("with every topic, one day and feedback on every scenario", () => {
    expect(words({})).toBeNull();
    expect(words({ attended: 2 })).toBeNull();
    expect(words({ topics: 0, ticked: 0, scenarios: 0, answered: 0, reviewed: 0 })).toBeNull();
  });

  it("and otherwise says all that is missing, each in its number", () => {
    expect(words({ ticked: 4 })).toBe("2 topics are not covered yet.");
    expect(words({ attended: 0 })).toBe("No training day attended yet.");
    expect(words({ answered: 1, reviewed: 1 })).toBe("1 scenario is not answered yet.");
    expect(words({ reviewed: 0 })).toBe("2 answers wait for feedback.");
    expect(words({ ticked: 5, attended: 0, answered: 1, reviewed: 0 })).toBe(
      "1 topic is not covered yet. No training day attended yet. 1 scenario is not answered yet. 1 answer waits for feedback.",
    );
  });

  it("exactly when nothing is missing, and is with the mentor as long as more than feedback is", () => {
    const upTo = (most: number) => fc.integer({ min: 0, max: most });
    const progress = fc.record({ ticked: upTo(6), attended: upTo(2), answered: upTo(2), reviewed: upTo(2) });
    fc.assert(
      fc.property(progress, (one) => {
        const given = { ...whole, ...one, reviewed: Math.min(one.reviewed, one.answered) };
        const own = given.ticked === 6 && given.attended > 0 && given.answered === 2;
        expect(isWithMentor(given)).toBe(!own);
        expect(incompleteness(given) === null).toBe(own && given.reviewed === 2);
      }),
    );
  });
});

describe("a training for an earlier cohort", () => {
  it("counts as long as it is valid when the cohort starts", () => {
    expect(validUntil("2026-02-26", 12)).toBe("2027-02-26");
    expect(countsFor("2026-02-26", 12, "2027-02-26")).toBe(true);
    expect(countsFor("2026-02-26", 12, "2027-02-27")).toBe(false);
  });
});

describe("an uploaded file", () => {
  it("is what its first bytes say, whatever it is called", () => {
    for (const type of answerFileTypes) expect(answerFileType(someBytes(type))).toBe(type);
  });

  it("is refused as anything else: a script, a page, an archive, a picture that no browser shows, nothing", () => {
    const others = ["#!/bin/sh", "<html>", "PK\x03\x04 xl/workbook.xml", "\0\0\0\x18ftypheic", "GIF89a", ""];
    for (const text of others) {
      expect(answerFileType(Uint8Array.from(Buffer.from(text, "latin1"))), text).toBeNull();
    }
  });

  it("keeps its name on one line, with the ending of what it is", () => {
    expect(answerFileName("My answer.exe", "MP3")).toBe("My answer.mp3");
    expect(answerFileName("../a\nb\u202Ec", "PDF")).toBe("a b c.pdf");
    expect(answerFileName("", "PNG")).toBe("answer.png");
    expect(answerFileName("ü".repeat(300), "PDF")).toHaveLength(124);
  });

  it("is shown when it is a picture, a voice or a PDF, saved otherwise, and never guessed at", () => {
    for (const type of answerFileTypes) {
      const headers = answerFileHeaders(type, "Ä (1).x");
      const shown = !["DOCX", "MP4", "MOV", "WEBM"].includes(type);
      expect(headers["content-disposition"], type).toBe(
        `${shown ? "inline" : "attachment"}; filename*=UTF-8''%C3%84%20%281%29.x`,
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  const sent = (file: unknown) =>
    answerScenarioSchema.safeParseAsync({
      nominationId: "00000000-0000-4000-8000-000000000000",
      scenarioId: "00000000-0000-4000-8000-000000000000",
      wording: 0,
      seen: 0,
      text: " ",
      file,
    });
  const wrong = async (file: unknown) => {
    const { error } = await sent(file);
    return error?.issues.map(({ path, message }) => [path.join("."), message]);
  };

  it("comes through the door as its bytes; what is wrong with it stands beside it", async () => {
    const bytes = someBytes("WAV");
    const { data } = await sent(new File([bytes], "say.mp3"));
    expect(data).toMatchObject({ text: null, file: { type: "WAV", name: "say.wav", bytes } });
    expect((await sent("KEPT")).data?.file).toBe("KEPT");
    expect(await wrong(new File(["<html>"], "a.pdf"))).toEqual([["file", "training.invalid.file"]]);
    const large = new File([someBytes("PDF", 10_000_001)], "a.pdf");
    expect(await wrong(large)).toEqual([["file", "training.invalid.fileSize"]]);
    expect(await wrong("elsewhere")).toEqual([["file", "training.invalid.file"]]);
  });

  it("is enough without a word, as words are without a file; neither is not", () => {
    expect(givenRefusal({ text: null, hasFile: true })).toBeNull();
    expect(givenRefusal({ text: "I ask.", hasFile: false })).toBeNull();
    expect(givenRefusal({ text: null, hasFile: false })?.key).toBe("training.invalid.answer");
  });
});

describe("what belongs to a training", () => {
  const trained = { decision: "APPROVED", willingness: "ACCEPTED", training: "IN_PROGRESS" } as const;
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));

  it("is written while somebody who said yes is in it", () => {
    expect(trainingWorkRefusal(trained)).toBeNull();
    expect(trainingWorkRefusal({ ...trained, training: "NOT_STARTED" })).toBeNull();
    expect(trainingWorkRefusal({ ...trained, training: "WAIVED" })?.key).toBe("training.refused.over");
    expect(trainingWorkRefusal({ ...trained, willingness: "INVITED" })?.key).toBe(
      "mentors.refused.notWilling",
    );
  });

  it("has days that end after they begin, stay once somebody was there, and are attended from when they begin", () => {
    const day = { startsAt: at(9), endsAt: at(12), attended: 0 };
    expect(dayRefusal(day, "PLANNING")).toBeNull();
    expect(dayRefusal({ ...day, endsAt: at(9) }, "PLANNING")?.key).toBe("training.refused.dayTimes");
    expect(dayRefusal({ ...day, attended: 1 }, "PLANNING")?.key).toBe("training.refused.dayHeld");
    expect(dayRefusal(day, "COMPLETED")?.key).toBe("mentors.refused.cohortOver");
    expect(attendanceRefusal(at(9), at(8))?.key).toBe("training.refused.dayNotBegun");
    expect(attendanceRefusal(at(9), at(9))).toBeNull();
  });

  it("has answers that can be changed until there is feedback, which nobody gives themselves", () => {
    const open = { feedbackAt: null };
    const done = { feedbackAt: at(9) };
    const asked = { edits: 2, retired: false, seen: 2 };
    expect(answerRefusal(null, asked)).toBeNull();
    expect(answerRefusal(open, asked)).toBeNull();
    expect(answerRefusal(done, asked)?.key).toBe("training.refused.answerFixed");
    expect(answerRefusal(null, { ...asked, seen: 1 })?.key).toBe("training.refused.scenarioChanged");
    expect(answerRefusal(open, { ...asked, retired: true })?.key).toBe("training.refused.scenarioRetired");
    expect(feedbackRefusal(open, "mentor", "organizer")).toBeNull();
    expect(feedbackRefusal(null, "mentor", "organizer")?.key).toBe("training.refused.noAnswer");
    expect(feedbackRefusal(done, "mentor", "organizer")?.key).toBe("training.refused.answerFixed");
    expect(feedbackRefusal(open, "mentor", "mentor")?.key).toBe("training.refused.ownFeedback");
  });
});

describe("a part of a file", () => {
  it("is from a byte to another, to the end, or the last so many, and never goes beyond the end", () => {
    expect(byteRange("bytes=0-0", 10)).toEqual({ first: 0, last: 0 });
    expect(byteRange("bytes=4-99", 10)).toEqual({ first: 4, last: 9 });
    expect(byteRange("bytes=4-", 10)).toEqual({ first: 4, last: 9 });
    expect(byteRange("bytes=-4", 10)).toEqual({ first: 6, last: 9 });
    expect(byteRange("bytes=-40", 10)).toEqual({ first: 0, last: 9 });
  });

  it("that begins after the end, or is nothing, is outside", () => {
    for (const header of ["bytes=10-", "bytes=10-12", "bytes=-0"])
      expect(byteRange(header, 10)).toBe("outside");
  });

  it("is all of it where the header says nothing that can be answered", () => {
    for (const header of [null, "", "bytes=-", "bytes=3-1", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b"]) {
      expect(byteRange(header, 10), String(header)).toBeNull();
    }
  });

  it("always lies in the file, and its length is said", () => {
    const number = fc.option(fc.nat(30), { nil: "" });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 20 }), (from, to, size) => {
        const range = byteRange(`bytes=${from}-${to}`, size);
        const { status, headers } = rangeAnswer(range, size);
        if (range === null) expect([status, headers["content-length"]]).toEqual([200, String(size)]);
        else if (range === "outside") {
          expect([status, headers["content-range"]]).toEqual([416, `bytes */${size}`]);
        } else {
          expect(0 <= range.first && range.first <= range.last && range.last < size).toBe(true);
          expect([status, headers["content-length"]]).toEqual([206, String(range.last - range.first + 1)]);
        }
      }),
    );
  });
});
