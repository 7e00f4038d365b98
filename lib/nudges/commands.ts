import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { type Db, db, transaction } from "@/lib/db";
import { refuse, UserError } from "@/lib/errors";
import {
  listPath,
  managersOf,
  reachList,
  reachNomination,
  recordOnList,
  tellOfList,
} from "@/lib/mentors/commands";
import { nudgeCalendar } from "@/lib/nudges/queries";
import { managersNudgeRefusal, mentorNudgeRefusal, owesSince } from "@/lib/nudges/rules";
import type { NudgeManagers, NudgeMentor } from "./schema";

/**
 * Asks the managers of a floor once more for their list. Refuses a list that was submitted, a floor that nobody
 * manages, and a second nudge about it on one working day, whoever gave the first.
 */
export async function nudgeManagers(actor: Actor, input: NudgeManagers, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const list = await reachList(tx, actor, "nudges.nudgeManagers", input.listId);
    const { id, state, nudgedAt, submittedAt, cohort, floor } = list;
    const managers = managersOf(list);
    const facts = { state, nudgedAt, owesSince: submittedAt, cohortState: cohort.state };
    const asked = { now: clock.now(), calendar: await nudgeCalendar(tx), who: floor.name };
    refuse(managersNudgeRefusal({ ...facts, managers: managers.length }, asked));
    const { count } = await tx.mentorList.updateMany({
      where: { id, state, nudgedAt },
      data: { nudgedAt: clock.now() },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await recordOnList(tx, actor, "nudges.nudgeManagers", list, {});
    await tellOfList(tx, actor, "managersNudged", list, managers, listPath(list), { actor: actor.name });
  });
}

/**
 * Reminds a mentor of the answer, or of the training, that they still owe. Refuses where nothing is theirs to do, and a
 * second nudge about it on one working day.
 */
export async function nudgeMentor(actor: Actor, input: NudgeMentor, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const nomination = await reachNomination(tx, actor, "nudges.nudgeMentor", input.nominationId);
    const { id, list, person, personId, nudgedAt, willingness } = nomination;
    const facts = { ...nomination, owesSince: owesSince(nomination), cohortState: list.cohort.state };
    const asked = { now: clock.now(), calendar: await nudgeCalendar(tx), who: person.name };
    refuse(mentorNudgeRefusal(facts, asked));
    const { count } = await tx.mentorNomination.updateMany({
      where: { id, nudgedAt, willingness },
      data: { nudgedAt: clock.now() },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const owed = willingness === "INVITED" ? "answer" : "training";
    await recordOnList(tx, actor, "nudges.nudgeMentor", list, { person: person.name, owed }, id);
    const said = { owed, actor: actor.name };
    await tellOfList(tx, actor, "mentorNudged", list, [personId], `/nominations/${id}`, said);
  });
}
