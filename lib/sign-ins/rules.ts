import type { Sentence } from "@/lib/errors";
import { isCommonPassword } from "@/lib/sign-ins/common-passwords";

const minute = 60_000;
const hour = 60 * minute;

/** How long a one-time link can be used, in milliseconds. */
export const linkLife = { FIRST_ADMINISTRATOR: 24 * hour, INVITATION: 7 * 24 * hour, RESET: hour } as const;

/** Why somebody may not choose this password; null when they may. Length is asked by the schema before. */
export function passwordRefusal(password: string, person: { name: string; email: string }): Sentence | null {
  const [mailbox = ""] = person.email.split("@");
  const called = [person.name, mailbox, ...person.name.split(/\s+/)];
  return isCommonPassword(password, called) ? { key: "sign-ins.refused.commonPassword" } : null;
}

/**
 * Where somebody lands after signing in: the page of ours that they asked for, or Today. What leads away from here, to
 * the sign-in page again or to an address that is no page, is not followed.
 */
export function landingPath(from: unknown): string {
  if (typeof from !== "string" || from.length > 2000 || !from.startsWith("/")) return "/today";
  const here = "http://ridealong.invalid";
  const asked = URL.canParse(from, here) ? new URL(from, here) : null;
  if (!asked || asked.origin !== here || /^\/(api|sign-in|_next)(\/|$)/.test(asked.pathname)) return "/today";
  if (asked.pathname === "/" || asked.pathname.startsWith("//")) return "/today";
  return asked.pathname + asked.search + asked.hash;
}

const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/[\d.]+.*Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** What a browser says it is, in two names that people know; null for what it does not say. */
export function deviceOf(userAgent: string | null): { browser: string | null; system: string | null } {
  const named = (list: [RegExp, string][]) => list.find(([mark]) => mark.test(userAgent ?? ""))?.[1] ?? null;
  return { browser: named(browsers), system: named(systems) };
}
