import { z } from "zod";
import { encodeSentence } from "@/lib/errors";
import { emailAddress } from "@/lib/text";

const passwordLength = { least: 12, most: 128 };

const length = (text: string) => [...text.normalize("NFC")].length;

/** A password that somebody chooses: any characters, counted as people count them. Whether it is a common one is asked by the deed. */
const newPassword = z
  .string("sign-ins.invalid.password")
  .refine(
    (text) => length(text) >= passwordLength.least,
    encodeSentence({ key: "sign-ins.invalid.tooShort", values: { least: passwordLength.least } }),
  )
  .refine(
    (text) => length(text) <= passwordLength.most,
    encodeSentence({ key: "sign-ins.invalid.tooLong", values: { most: passwordLength.most } }),
  );

/** The secret of a one-time link, as it stands in its address. */
const token = z.string().regex(/^[\w-]{43}$/, "sign-ins.refused.linkGone");

export const requestResetSchema = z.object({ email: emailAddress });
export type RequestReset = z.output<typeof requestResetSchema>;

export const newPasswordSchema = z.object({ token, password: newPassword });
export type NewPassword = z.output<typeof newPasswordSchema>;

export const changePasswordSchema = z.object({
  current: z
    .string("sign-ins.invalid.current")
    .min(1, "sign-ins.invalid.current")
    .max(600, "sign-ins.refused.wrongPassword"),
  password: newPassword,
});
export type ChangePassword = z.output<typeof changePasswordSchema>;

export const endSignInSchema = z.object({ signInId: z.uuid("errors.notFound") });
export type EndSignIn = z.output<typeof endSignInSchema>;

export const endAllSignInsSchema = z.object({});
