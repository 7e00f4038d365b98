import type { Actor } from "@/lib/actor";
import { timeInWords } from "@/lib/catalogue";
import { clock } from "@/lib/clock";
import { dayAt } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { refuse, UserError } from "@/lib/errors";
import { reachNomination, recordOnList } from "@/lib/mentors/commands";
import { scoringRefusal } from "@/lib/scorecards/rules";
import type { SaveScorecard } from "./schema";

/**
 * Writes down how a manager of the floor judges somebody on the list: a level and a note for each criterion that they
 * want to judge. The history knows that it was filled in, never what it says. Refuses a scorecard about oneself, on a
 * submitted list, and when another manager changed it meanwhile, with who and when.
 */
export async function saveScorecard(actor: Actor, input: SaveScorecard, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const nomination = await reachNomination(tx, actor, "scorecards.saveScorecard", input.nominationId);
    const { id, list, person, personId } = nomination;
    refuse(scoringRefusal({ personId, listState: list.state }, actor.personId));
    await writeScorecard(tx, actor, id, input);
    await recordOnList(tx, actor, "scorecards.saveScorecard", list, { person: person.name }, id);
  });
}

async function writeScorecard(tx: Tx, actor: Actor, nominationId: string, input: SaveScorecard) {
  const filled = { filledById: actor.personId, filledAt: clock.now() };
  const was = await tx.scorecard.findUnique({
    where: { nominationId },
    select: { version: true, filledAt: true, filledBy: { select: { name: true } } },
  });
  if (was && was.version !== input.seen) {
    throw new UserError("scorecards.refused.filledMeanwhile", {
      actor: was.filledBy.name,
      day: dayAt(was.filledAt, actor.timeZone),
      time: timeInWords(was.filledAt, actor.timeZone),
    });
  }
  const version = (was?.version ?? 0) + 1;
  await tx.scorecard.upsert({
    where: { nominationId },
    create: { nominationId, version, ...filled },
    update: { version, ...filled },
  });
  await tx.scorecardMark.deleteMany({ where: { nominationId } });
  await tx.scorecardMark.createMany({
    data: input.marks
      .filter((one) => one.level !== "")
      .map(({ criterion, level, note }) => ({ nominationId, criterion, level: Number(level), note })),
  });
}
