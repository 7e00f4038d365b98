import { inWords } from "@/lib/catalogue";
import { env } from "@/lib/env";
import { keyFromText } from "@/lib/errors";
import { linkUrl } from "@/lib/sign-ins/link-token";

export type MessageData = Record<string, string | number>;
export type Writing = { kind: string; data: MessageData; href: string };
export type Rendered = { subject: string; text: string; html: string; url: string };

/** One line: no control character and no line break can start another header or hide what follows. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 200);
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function leadsToLink(kind: string): kind is "invitation" | "reset" {
  return kind === "invitation" || kind === "reset";
}

/** Where the message leads: its page, or for an invitation and a reset the one-time link, which is made anew each time. */
function leadsTo({ kind, data, href }: Writing): string {
  if (kind === "invitation") return linkUrl(String(data.linkId), "INVITATION");
  if (kind === "reset") return linkUrl(String(data.linkId), "RESET");
  return new URL(href.startsWith("/") && !href.startsWith("//") ? href : "/", env.APP_URL).href;
}

/** The title and the sentence of a message, as the inbox shows them. */
export function messageWords({ kind, data }: Pick<Writing, "kind" | "data">): {
  title: string;
  body: string;
} {
  return {
    title: oneLine(inWords({ key: keyFromText(`messages.kind.${kind}.title`), values: data })),
    body: inWords({ key: keyFromText(`messages.kind.${kind}.body`), values: data }),
  };
}

/** A message as an e-mail: subject, plain text and HTML that says the same. Whatever people typed stays text in both. */
export function renderMessage(message: Writing, recipient: string): Rendered {
  const { title, body } = messageWords(message);
  const url = leadsTo(message);
  const words = {
    greeting: inWords({ key: "mail.greeting", values: { name: oneLine(recipient) } }),
    open: inWords({ key: `mail.open.${leadsToLink(message.kind) ? message.kind : "page"}` }),
    why: inWords({ key: "mail.why" }),
  };
  return {
    subject: title,
    text: `${words.greeting}\n\n${body}\n\n${words.open}:\n${url}\n\n-- \n${words.why}\n`,
    html: frame(title, body, url, words),
    url,
  };
}

function frame(
  title: string,
  body: string,
  url: string,
  words: { greeting: string; open: string; why: string },
) {
  const paragraphs = body
    .split(/\n+/)
    .map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`)
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px 12px;background:#faf8f4;color:#1d1b17;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 12px;font-weight:600;color:#0f5e5c">Ridealong</p>
<div style="padding:24px;background:#ffffff;border:1px solid #e4dfd5;border-radius:10px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escapeHtml(title)}</h1>
<p style="margin:0 0 16px">${escapeHtml(words.greeting)}</p>
${paragraphs}
<p style="margin:24px 0 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:#0f5e5c;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(words.open)}</a></p>
</div>
<p style="margin:16px 0 0;font-size:13px;color:#6b665c">${escapeHtml(words.why)}</p>
</div>
</body>
</html>
`;
}
