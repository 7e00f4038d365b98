import { decodeSentence, type Sentence } from "@/lib/errors";

/**
 * Signs in with e-mail and password, and goes to a page of ours.
 * @returns why it did not work; nothing when the browser is on its way
 */
export async function enter(
  given: { email: string; password: string },
  landing: string,
): Promise<Sentence | undefined> {
  const { signIn } = await import("next-auth/react");
  const answer = await signIn("password", { ...given, redirect: false }).catch(() => undefined);
  if (!answer) return { key: "ui.form.unreached" };
  if (answer.ok && !answer.error) return void window.location.assign(landing);
  const told = decodeSentence(answer.error ?? "");
  return told.key.includes(".") ? told : { key: "sign-ins.refused.wrong" };
}
