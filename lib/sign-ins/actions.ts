"use server";

import { action, publicAction } from "@/lib/action";
import * as commands from "./commands";
import {
  changePasswordSchema,
  endAllSignInsSchema,
  endSignInSchema,
  newPasswordSchema,
  requestResetSchema,
} from "./schema";

export const requestReset = publicAction("sign-ins.requestReset", requestResetSchema, commands.requestReset);
export const resetPassword = publicAction(
  "sign-ins.resetPassword",
  newPasswordSchema,
  commands.resetPassword,
);
export const acceptInvitation = publicAction(
  "sign-ins.acceptInvitation",
  newPasswordSchema,
  commands.acceptInvitation,
);
export const changePassword = action(
  "sign-ins.changePassword",
  changePasswordSchema,
  commands.changePassword,
);
export const endSignIn = action("sign-ins.endSignIn", endSignInSchema, commands.endSignIn);
export const endAllSignIns = action("sign-ins.endAllSignIns", endAllSignInsSchema, commands.endAllSignIns);
