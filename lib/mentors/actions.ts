"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { answerInvitationSchema, inviteMentorsSchema, recordTrainingSchema } from "./schema";

export const inviteMentors = action("mentors.inviteMentors", inviteMentorsSchema, commands.inviteMentors);
export const answerInvitation = action(
  "mentors.answerInvitation",
  answerInvitationSchema,
  commands.answerInvitation,
);
export const recordTraining = action("mentors.recordTraining", recordTrainingSchema, commands.recordTraining);
