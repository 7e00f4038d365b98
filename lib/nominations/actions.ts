"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import {
  approveNominationsSchema,
  decideNominationSchema,
  proposeMentorsSchema,
  proposeSelfSchema,
  withdrawNominationSchema,
} from "./schema";

export const proposeMentors = action(
  "nominations.proposeMentors",
  proposeMentorsSchema,
  commands.proposeMentors,
);
export const proposeSelf = action("nominations.proposeSelf", proposeSelfSchema, commands.proposeSelf);
export const decideNomination = action(
  "nominations.decideNomination",
  decideNominationSchema,
  commands.decideNomination,
);
export const approveNominations = action(
  "nominations.approveNominations",
  approveNominationsSchema,
  commands.approveNominations,
);
export const withdrawNomination = action(
  "nominations.withdrawNomination",
  withdrawNominationSchema,
  commands.withdrawNomination,
);
