import { type Actor, actorOf } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { addBusinessDays, type Day, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { holidayMap } from "@/lib/organization/queries";
import { emailOf } from "./people";

export const zone = "Europe/Berlin";

/** Moves the story to a local time. Nothing in it happens after the real present. */
export function at(day: Day, time: `${number}:${number}`): void {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  clock.set(instantAt(day, hours * 60 + minutes, zone));
}

/** The id of a character. */
export async function idOf(key: string): Promise<string> {
  const person = await db.person.findUniqueOrThrow({ where: { email: emailOf(key) }, select: { id: true } });
  return person.id;
}

export async function idsOf(people: readonly { key: string }[]): Promise<string[]> {
  return Promise.all(people.map((person) => idOf(person.key)));
}

/** A character as whoever acts, read afresh: what they are changes as the story goes on. */
export async function as(key: string): Promise<Actor> {
  const actor = await actorOf(db, await idOf(key));
  if (!actor) throw new Error(`${key} is not in the story`);
  return actor;
}

/** The business day so many business days after another. */
export async function workday(from: Day, offset: number): Promise<Day> {
  return addBusinessDays(from, offset, { holidays: await holidayMap(db) });
}

/** Numbers that look random and are the same at each telling. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of several, by a throw of the dice. */
export function pick<T>(roll: () => number, from: readonly [T, ...T[]]): T {
  return from[Math.floor(roll() * from.length)] ?? from[0];
}
