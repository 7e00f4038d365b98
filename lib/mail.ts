import { createTransport } from "nodemailer";
import { env } from "@/lib/env";

export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
};

const transport = env.SMTP_URL
  ? createTransport({
      url: env.SMTP_URL,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  : undefined;

/** False where no SMTP server is set: then mail is kept, and an administrator reads it in the settings. */
export const canSendMail = transport !== undefined;

/** Hands one mail to the SMTP server; throws when it did not take it. */
export async function sendMail(mail: Mail): Promise<void> {
  if (!transport) throw new Error("no SMTP server is set");
  await transport.sendMail({ from: env.MAIL_FROM, ...mail });
}
