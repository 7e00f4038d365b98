import { clock } from "@/lib/clock";
import { createCohort } from "@/lib/cohorts/commands";
import { type Day, dayAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { requestLists, submitList } from "@/lib/mentor-lists/commands";
import { answerInvitation, inviteMentors, recordTraining } from "@/lib/mentors/commands";
import { confirmPairings, pairMentee } from "@/lib/pairings/commands";
import { installProgram } from "@/lib/programs/commands";
import { defaultProgram } from "@/lib/programs/default-program";
import type { ProgramContent } from "@/lib/programs/rules";
import { approve, nominationOf, proposeOn } from "./cohort-story";
import { hire } from "./company";
import { leads, mentees } from "./people";
import { as, idOf, idsOf, workday, zone } from "./stage";

/** The mentees of one mentor do together what is not a live call. */
const groupProgram: ProgramContent = {
  ...defaultProgram,
  name: "Sales mentorship in groups",
  purpose:
    "New sellers of one team learn with one mentor and with each other. They meet as a group, hear what the others were asked, and go to live calls one by one.",
  model: "GROUP",
  rubric: { ...defaultProgram.rubric, name: "Sales call, in groups" },
};

const mentor = "callum.reid";

/** A small cohort of the other organizer, whose mentees have one mentor together: planned, paired and told. */
export async function groupCohort(startsOn: Day, now: Date): Promise<void> {
  const hoursAgo = (hours: number) => clock.set(new Date(now.getTime() - hours * 3_600_000));
  hoursAgo(27);
  await hire(mentees.group, dayAt(clock.now(), zone));
  const { versionId } = await db.$transaction((tx) => installProgram(tx, groupProgram));
  const organizer = await as(leads.coOrganizer.key);
  const { id: floorId } = await db.floor.findUniqueOrThrow({ where: { name: "Enterprise" } });
  const { id: cohortId } = await createCohort(organizer, {
    name: "Partner wave",
    versionId,
    floorIds: [floorId],
    certificationDate: await workday(startsOn, 9),
    timeZone: zone,
    menteeIds: await idsOf(mentees.group),
    organizerIds: [],
  });
  const dueDay = await workday(dayAt(now, zone), 1);
  await requestLists(organizer, { cohortId, floorIds: [floorId], dueDay, dueTime: "17:00" });
  hoursAgo(25);
  const { manager, listId } = await proposeOn(cohortId, "Enterprise", [mentor]);
  await approve(cohortId, "Enterprise", mentor, mentees.group.length);
  await submitList(manager, { listId });
  const { id: nominationId } = await nominationOf(cohortId, mentor);
  await inviteMentors(organizer, { cohortId, nominationIds: [nominationId] });
  hoursAgo(4);
  await answerInvitation(await as(mentor), { nominationId, answer: "ACCEPTED" });
  const reason = "Led groups at the company before.";
  await recordTraining(organizer, { cohortId, nominationIds: [nominationId], training: "WAIVED", reason });
  hoursAgo(2);
  const pairingIds: string[] = [];
  for (const { key } of mentees.group) {
    const personId = await idOf(key);
    const { id: enrollmentId } = await db.enrollment.findUniqueOrThrow({
      where: { cohortId_personId: { cohortId, personId } },
    });
    const pair = await pairMentee(organizer, { enrollmentId, nominationId, kind: "LEAD" });
    pairingIds.push(pair.pairingId);
  }
  await confirmPairings(organizer, { cohortId, pairingIds, when: "NOW" });
}
