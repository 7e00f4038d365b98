import { standing, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { may } from "@/lib/permissions";
import { holding } from "@/lib/text";
import { type Deed, deeds } from "./rules";

const most = 5;

/** Something that has a page, as the palette names it; `detail` tells it from others of the same name. */
export type Found = { href: string; name: string; detail: string };

/** What somebody can do from anywhere, and what in their reach has a name like what they typed. */
export type Findings = { deeds: Deed[]; cohorts: Found[]; mentees: Found[]; people: Found[] };

/**
 * What the palette offers for a few letters of a name: cohorts and mentees within reach, newest first, and for who may
 * see the directory the people in it, at most five of each. Of nothing typed, only the deeds.
 */
export async function findByName(actor: Actor, typed: string): Promise<Findings> {
  const offered = deeds.filter((deed) => offers(actor, deed));
  if (!typed) return { deeds: offered, cohorts: [], mentees: [], people: [] };
  const holds = holding(typed);
  const [cohorts, mentees, people] = await Promise.all([
    db.cohort.findMany({
      where: { AND: [visibleTo.cohorts(actor), { name: holds }] },
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      take: most,
      select: { id: true, name: true, version: { select: { program: { select: { name: true } } } } },
    }),
    db.enrollment.findMany({
      where: { AND: [visibleTo.enrollments(actor), { person: { name: holds } }] },
      orderBy: { id: "desc" },
      take: most,
      select: { id: true, person: { select: { name: true } }, cohort: { select: { name: true } } },
    }),
    may(standing(actor), "people.seeDirectory")
      ? db.person.findMany({
          where: { OR: [{ name: holds }, { email: holds }], deactivatedAt: null },
          orderBy: [{ name: "asc" }, { id: "asc" }],
          take: most,
          select: { id: true, name: true, title: true },
        })
      : [],
  ]);
  return {
    deeds: offered,
    cohorts: cohorts.map(({ id, name, version }) => ({
      href: `/cohorts/${id}`,
      name,
      detail: version.program.name,
    })),
    mentees: mentees.map(({ id, person, cohort }) => ({
      href: `/mentees/${id}`,
      name: person.name,
      detail: cohort.name,
    })),
    people: people.map(({ id, name, title }) => ({ href: `/people/${id}`, name, detail: title ?? "" })),
  };
}

/** Whether somebody may do this from anywhere; the page it leads to asks again. */
function offers(actor: Actor, deed: Deed): boolean {
  if (deed === "writeLogs") return actor.hats.includes("mentor");
  return may(standing(actor), needed[deed]);
}

const needed = {
  planCohort: "cohorts.createCohort",
  addPerson: "people.addPerson",
  importPeople: "imports.previewImport",
} as const;
