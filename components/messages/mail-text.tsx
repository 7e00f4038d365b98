import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import type { Rendered } from "@/lib/messages/render";

/** An e-mail as it reads: its plain text and its link. Its HTML never runs here. */
export function MailText({ mail, label }: { mail: Rendered; label: string }) {
  const t = useTranslations("messages.mailbox");
  return (
    <details className="relative text-body">
      <summary className="link reach w-fit cursor-pointer text-sm">{label}</summary>
      <div className="mt-2 grid max-w-prose gap-3 rounded-control border border-line bg-sunken px-4 py-3">
        <p className="text-sm text-ink-soft">
          {t("subject")}: <span className="font-medium text-ink">{mail.subject}</span>
        </p>
        <p className="whitespace-pre-line wrap-anywhere">{mail.text}</p>
        <CopyButton text={mail.url} size="small" />
      </div>
    </details>
  );
}
