import { describe, expect, test } from "vitest";
import { middleSquare, pictureType, portraitAddress } from "@/lib/profiles/rules";
import { setPortraitSchema } from "@/lib/profiles/schema";
import { aPicture, sent } from "../support/pictures";

const written = (text: string) => new TextEncoder().encode(text);

describe("what a photo is", () => {
  test("is told from how its bytes begin", () => {
    for (const type of ["PNG", "JPEG", "WEBP"] as const) expect(pictureType(aPicture(type))).toBe(type);
  });

  test("is nothing else, whatever it is called", () => {
    const sound = aPicture("WEBP");
    sound.set(written("WAVE"), 8);
    const others = [
      sound,
      written("<svg onload=x>"),
      written("GIF89a"),
      written("%PDF-1.7"),
      new Uint8Array(),
    ];
    for (const bytes of others) expect(pictureType(bytes)).toBeNull();
    expect(pictureType(aPicture("PNG").subarray(0, 7))).toBeNull();
  });

  test("is the middle of a picture, lying or standing", () => {
    expect(middleSquare(400, 300)).toEqual({ x: 50, y: 0, side: 300 });
    expect(middleSquare(300, 401)).toEqual({ x: 0, y: 50.5, side: 300 });
  });

  test("has another address after each change", () => {
    const at = (moment: number) => portraitAddress("ana", new Date(moment));
    expect(at(1)).toBe("/portraits/ana?v=1");
    expect(at(2)).not.toBe(at(1));
  });
});

describe("what is sent as a photo", () => {
  const problem = (input: unknown) => setPortraitSchema.safeParse(input).error?.issues[0];

  test("arrives as its bytes and what they are", () => {
    const bytes = aPicture("PNG", 300_000);
    expect(setPortraitSchema.parse(sent(bytes))).toEqual({ type: "PNG", bytes });
  });

  test("is refused beside its field when it is too large or no picture", () => {
    const refused = (input: unknown) => [problem(input)?.message, problem(input)?.path];
    expect(refused(sent(aPicture("JPEG", 300_001)))).toEqual(["profiles.invalid.pictureSize", ["picture"]]);
    for (const input of [sent(written("<svg/>")), { picture: "not base64!" }, { picture: "" }, {}]) {
      expect(refused(input)).toEqual(["profiles.invalid.picture", ["picture"]]);
    }
  });
});
