import { describe, expect, it } from "vitest";
import { initials } from "@/components/ui/avatar";

const joined = "\u200c";

describe("the initials of a person", () => {
  it.each([
    ["Amara Okafor", `A${joined}O`],
    ["Maria del Carmen Ruiz", `M${joined}R`],
    ["Øystein", "Ø"],
    ["  élodie   martin ", `É${joined}M`],
    ["王小明", "王"],
    ["田中 さくら", "田"],
    ["Нина Ковальчук", `Н${joined}К`],
    ["ليلى حداد", `ل${joined}ح`],
    ["नेहा शर्मा", `ने${joined}श`],
    ["", ""],
    ["42 – –", ""],
  ])("of %j are %j: whole letters of any script, and never two that join into a word", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
