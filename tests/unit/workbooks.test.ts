import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { guessColumns, readPeople } from "@/lib/imports/people-file";
import { columnsRefusal } from "@/lib/imports/rules";
import { importColumns } from "@/lib/imports/schema";
import { readTable } from "@/lib/imports/table-file";
import { isWorkbook, readWorkbook } from "@/lib/imports/workbook-file";
import { zipLimits } from "@/lib/imports/zip-file";
import { menteeColumns } from "@/lib/mentee-imports/schema";

type Cell = string | number | boolean | Date | null;

const bytesOf = (buffer: Buffer) => new Uint8Array(buffer);
async function workbook(...rows: Cell[][]) {
  const data = rows.map((row) =>
    row.map((value) =>
      value instanceof Date ? { value, type: Date, format: "dd.mm.yyyy" } : { value: value ?? undefined },
    ),
  );
  return bytesOf(await writeExcelFile(data as never).toBuffer());
}

async function tableIn(bytes: Uint8Array<ArrayBuffer>) {
  const read = await readWorkbook(bytes);
  if ("refusal" in read) throw new Error(read.refusal.key);
  const table = readTable(read.text);
  if ("refusal" in table) throw new Error(table.refusal.key);
  return table;
}

async function refused(bytes: Uint8Array<ArrayBuffer>) {
  const read = await readWorkbook(bytes);
  return "refusal" in read ? read.refusal.key.replace("imports.refused.", "") : null;
}

/** An archive as whoever wants to do harm could write it: `says` is how large an entry claims to be. */
function archive(entries: { name: string; data: Buffer; says?: number; flags?: number }[]) {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, says = data.length, flags = 0 } of entries) {
    const packed = deflateRawSync(data);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(says, 18);
    about.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), about, Buffer.from(name)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), about, place, Buffer.from(name));
    files.push(head, packed);
    at += head.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return bytesOf(Buffer.concat([...files, ...directory, end]));
}

describe("a workbook", () => {
  it("is read as the table that it shows: days as days, breaks as blanks, in any script", async () => {
    const { head, body } = await tableIn(
      await workbook(
        ["Name, first", "E-mail", "Hired; when", "Number", "Yes"],
        ['Ana "la\nJefa"', "ana@test.example", new Date("2026-03-14T00:00:00Z"), 7.5, true],
        ["王小明, مريم", "wang@test.example", null, null, null],
      ),
    );
    expect(head).toEqual(["Name  first", "E-mail", "Hired  when", "Number", "Yes"]);
    expect(body.map((line) => line.cells)).toEqual([
      ['Ana "la Jefa"', "ana@test.example", "2026-03-14", "7.5", "true"],
      ["王小明, مريم", "wang@test.example", "", "", ""],
    ]);
  });

  it("keeps the numbers of its rows, also below empty ones", async () => {
    const { body } = await tableIn(await workbook(["email"], ["a@b.example"], [null], ["c@d.example"]));
    expect(body.map((line) => line.line)).toEqual([2, 4]);
  });

  it("may hold five thousand people", async () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => [
      `Person ${row}`,
      `p${row}@test.example`,
      "Seller",
    ]);
    const { body } = await tableIn(await workbook(["name", "email", "title"], ...rows));
    expect(body).toHaveLength(5_000);
    expect(body.at(-1)).toEqual({ line: 5_001, cells: ["Person 4999", "p4999@test.example", "Seller"] });
  });

  it.each([
    ["people", importColumns],
    ["mentees", menteeColumns],
  ])("is there to start from for %s, with every column, like its twin in text", async (name, columns) => {
    const file = (ending: string) => readFileSync(`public/${name}-template.${ending}`);
    const table = await tableIn(bytesOf(file("xlsx")));
    const twin = readTable(file("csv").toString());
    const taken = guessColumns(table.head, columns);
    expect(columnsRefusal(taken)).toBeNull();
    expect([...taken].sort()).toEqual([...columns].sort());
    const people = readPeople(table, taken);
    expect(people.problems).toEqual([]);
    expect("refusal" in twin ? twin : readPeople(twin, taken)).toEqual(people);
  });
});

describe("what is no workbook of people", () => {
  const sheet = (size: number) => ({ name: "xl/worksheets/sheet1.xml", data: Buffer.alloc(size) });

  it("is known by what it begins with", async () => {
    expect(isWorkbook(bytesOf(Buffer.from("%PDF-1.7")))).toBe(false);
    expect(isWorkbook(await workbook(["email"]))).toBe(true);
  });

  it("is refused when it is locked, of old, cut off, or an archive of something else", async () => {
    const whole = await workbook(["email"], ["a@b.example"]);
    expect(await refused(bytesOf(Buffer.from("d0cf11e0a1b11ae1", "hex")))).toBe("oldWorkbook");
    expect(await refused(whole.slice(0, whole.length / 2))).toBe("notZip");
    expect(await refused(bytesOf(Buffer.from("PK\x03\x04")))).toBe("notZip");
    expect(await refused(archive([{ ...sheet(10), flags: 1 }]))).toBe("notZip");
    expect(await refused(archive([{ name: "letter.txt", data: Buffer.from("Dear Ana") }]))).toBe(
      "notWorkbook",
    );
    expect(await refused(archive([sheet(10)]))).toBe("notWorkbook");
  });

  it("is refused when it unpacks to more than it may, whatever it says of itself", async () => {
    const large = zipLimits.bytes + 1;
    expect(await refused(archive([sheet(large)]))).toBe("tooMuch");
    expect(await refused(archive([{ ...sheet(large), says: 10 }]))).toBe("tooMuch");
    const parts = Array.from({ length: 4 }, (_, part) => ({ ...sheet(large / 3), name: `xl/${part}.xml` }));
    expect(await refused(archive(parts))).toBe("tooMuch");
    const many = Array.from({ length: zipLimits.entries + 1 }, (_, part) => ({
      ...sheet(1),
      name: `${part}.xml`,
    }));
    expect(await refused(archive(many))).toBe("tooMuch");
  });

  it("does not count pictures, which nobody reads", async () => {
    const picture = { name: "xl/media/image1.png", data: Buffer.alloc(zipLimits.bytes + 1) };
    expect(await refused(archive([picture]))).toBe("notWorkbook");
  });
});
