import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { answerFile, getOwnTraining, getTraining } from "@/lib/training/queries";
import { answerFileTypes, anUpload, someBytes } from "@/tests/support/answer-files";
import { asOwner } from "@/tests/support/database";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { mondayMorning } from "@/tests/support/rows";
import { aTrainingStage, type TrainingStage } from "@/tests/support/training-stage";

let stage: TrainingStage;
beforeEach(async () => {
  stage = await aTrainingStage();
});
afterAll(() => clock.run());

const files = () => db.answerFile.findMany({ select: { type: true, name: true, size: true } });
const fileId = async () => (await stage.answerRow())?.fileId ?? "";

describe("an uploaded answer", () => {
  test("is an answer without a word, gets feedback, and completes the training like a written one", async () => {
    await stage.upload(anUpload("MP3"));
    expect(await stage.answerRow()).toMatchObject({ text: null, version: 1 });
    await stage.review();
    await stage.plan();
    await stage.attend();
    for (const topic of [0, 1]) await stage.tick(topic);
    await stage.complete();
    const row = await db.mentorNomination.findUniqueOrThrow({ where: { id: stage.nomination.id } });
    expect(row.training).toBe("COMPLETED");
  });

  test("may have ten megabytes, and comes back byte for byte", async () => {
    const whole = anUpload("MP4", 10_000_000);
    await stage.upload(whole, "And in a few words.");
    const { bytes, ...file } = await answerFile(stage.actors.mentor, await fileId());
    expect(file).toEqual({ type: "MP4", name: "My answer.mp4", size: 10_000_000, range: null });
    expect(Buffer.compare(bytes ?? new Uint8Array(), whole.bytes)).toBe(0);
  });

  test("is read in parts, each as it stands in the whole, and nothing beyond its end", async () => {
    const whole = anUpload("MP3", 5_000);
    whole.bytes.set(
      Array.from({ length: 4_900 }, (_, index) => index % 251),
      100,
    );
    await stage.upload(whole);
    const part = async (asked: string) =>
      (await answerFile(stage.actors.mentor, await fileId(), asked)).bytes;
    expect(await part("bytes=0-1")).toEqual(whole.bytes.slice(0, 2));
    expect(await part("bytes=4000-")).toEqual(whole.bytes.slice(4_000));
    expect(await part("bytes=-3")).toEqual(whole.bytes.slice(-3));
    expect(await part("bytes=5000-")).toBeNull();
    const { manager } = stage.actors;
    await expect(answerFile(manager, await fileId(), "bytes=0-1")).rejects.toBeInstanceOf(NotFoundError);
  });

  test("gives way to another, stays when only words change, and goes when it is taken away: nothing is left of it", async () => {
    await stage.upload(anUpload("PDF"), "See the file.");
    await stage.upload(anUpload("DOCX", 80), "See the file.", 1);
    expect(await files()).toEqual([{ type: "DOCX", name: "My answer.docx", size: 80 }]);
    await stage.upload("KEPT", "In other words.", 2);
    expect(await files()).toHaveLength(1);
    await stage.upload(null, "In other words.", 3);
    expect(await files()).toEqual([]);
    expect(await stage.answerRow()).toMatchObject({ text: "In other words.", fileId: null, version: 4 });
    expect(await recorded("training.answerScenario")).toBe(4);
  });

  test("is neither nothing, nor a file that was never there", async () => {
    for (const none of [null, "KEPT"] as const) {
      await expect(stage.upload(none)).rejects.toEqual(refused("training.invalid.answer"));
    }
    await stage.upload(anUpload("PDF"));
    await expect(stage.upload(null, null, 1)).rejects.toEqual(refused("training.invalid.answer"));
    expect(await files()).toHaveLength(1);
  });

  test("stays as it is once there is feedback", async () => {
    await stage.upload(anUpload("PDF"));
    await stage.review();
    for (const other of [anUpload("PNG"), null]) {
      await expect(stage.upload(other, "Other", 1)).rejects.toEqual(refused("training.refused.answerFixed"));
    }
    expect(await files()).toEqual([{ type: "PDF", name: "My answer.pdf", size: 64 }]);
  });

  test("sent twice at once is one, and the other is told: no file of it stays", async () => {
    await stage.upload(anUpload("PDF"));
    const both = await Promise.allSettled([
      stage.upload(anUpload("PNG"), null, 1),
      stage.upload(anUpload("WAV"), null, 1),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await files()).toHaveLength(1);
  });

  test("is named where answers are shown, without its bytes", async () => {
    await stage.upload(anUpload("M4A"));
    const { mentors } = await getTraining(stage.actors.organizer, stage.cohort.id);
    const own = await getOwnTraining(stage.actors.mentor, stage.nomination.id);
    const file = { id: await fileId(), name: "My answer.m4a", size: 64 };
    const shown = mentors.find(({ id }) => id === stage.nomination.id)?.scenarioAnswers[0]?.file;
    expect([shown, own.scenarioAnswers[0]?.file]).toEqual([file, file]);
  });
});

describe("an uploaded answer is seen", () => {
  test("by its mentor and by whoever may give feedback, and by nobody else", async () => {
    await stage.upload(anUpload("PNG"));
    const id = await fileId();
    const { mentor, organizer, ...others } = stage.actors;
    for (const one of [mentor, organizer]) expect((await answerFile(one, id)).type).toBe("PNG");
    for (const one of Object.values(others)) {
      await expect(answerFile(one, id), one.name).rejects.toBeInstanceOf(NotFoundError);
    }
  });

  test("no more once it was replaced, nor when it never was", async () => {
    await stage.upload(anUpload("PNG"));
    const id = await fileId();
    await stage.upload(anUpload("PDF"), null, 1);
    for (const gone of [id, stage.cohort.id]) {
      await expect(answerFile(stage.actors.mentor, gone)).rejects.toBeInstanceOf(NotFoundError);
    }
  });
});

describe("the database keeps", () => {
  const stored = (of: ReturnType<typeof anUpload>) =>
    db.answerFile.create({ data: { ...of, size: of.bytes.length, createdAt: mondayMorning } });

  test("every type that can be uploaded, and nothing that does not begin like what it is said to be", async () => {
    for (const [seen, type] of answerFileTypes.entries()) await stage.upload(anUpload(type), null, seen);
    for (const type of answerFileTypes) {
      const other = someBytes(type === "PDF" ? "PNG" : "PDF");
      for (const bytes of [other, new Uint8Array(), new Uint8Array(64)]) {
        await expect(stored({ ...anUpload(type), bytes }), type).rejects.toThrow(/answer_file_type/);
      }
    }
  });

  test("no file that is too large, is nobody's answer, or was changed", async () => {
    await expect(stored(anUpload("PDF", 10_000_001))).rejects.toThrow(/answer_file_small/);
    await expect(stored(anUpload("PDF"))).rejects.toThrow(/answer_file_of_answer/);
    await stage.upload(anUpload("PDF"));
    await expect(db.answerFile.updateMany({ data: { name: "Other" } })).rejects.toThrow(/permission denied/);
    await expect(db.answerFile.deleteMany({})).rejects.toThrow(/ScenarioAnswer_fileId_fkey/);
  });

  test("no answer that is neither written nor uploaded, and none with feedback that loses its file", async () => {
    await stage.upload(anUpload("PDF"));
    await expect(db.scenarioAnswer.updateMany({ data: { fileId: null } })).rejects.toThrow(/answer_given/);
    await stage.review();
    await expect(asOwner(`UPDATE "ScenarioAnswer" SET text = 'Other', "fileId" = NULL`)).rejects.toThrow(
      /answer_fixed/,
    );
  });
});
