import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";

/** Everybody's password in the story that the server of the end-to-end tests tells. */
export const demoPassword = "ride-along-end-to-end";

const folder = process.env.E2E_FOLDER ?? "";

/** All mail that was sent to an address, oldest first. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const mail = join(folder, "mail");
  const names = existsSync(mail) ? readdirSync(mail).sort() : [];
  const all = await Promise.all(names.map((name) => simpleParser(readFileSync(join(mail, name)))));
  return all.filter(({ to }) => to && [to].flat().some(({ text }) => text.includes(address)));
}

/** The newest mail to an address whose subject matches; waits for it. */
export async function mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
  let found: ParsedMail | undefined;
  const look = async () => {
    found = (await mailsTo(address)).filter((mail) => subject.test(mail.subject ?? "")).at(-1);
    return found !== undefined;
  };
  await expect.poll(look, { message: `a mail to ${address} about ${subject}`, timeout: 20_000 }).toBe(true);
  if (!found) throw new Error("unreachable");
  return found;
}

/** Moves the clock of server and worker to this many milliseconds from the real time. Everybody's clock: move it back. */
export function moveClock(milliseconds: number) {
  writeFileSync(join(folder, "clock"), String(milliseconds));
}
