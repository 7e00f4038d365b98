import { useTranslations } from "next-intl";
import { Status, type Tone } from "@/components/ui/badge";
import { Cell, Head, HeadCell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { MailEntry } from "@/lib/messages/queries";
import { MailText } from "./mail-text";

const tones: Record<MailEntry["state"], Tone> = {
  NONE: "neutral",
  QUEUED: "due",
  SENT: "done",
  KEPT: "accent",
};

/** The organization's e-mails: to whom, about what, and what became of each. */
export function MailTable({ entries, now, zone }: { entries: MailEntry[]; now: Date; zone: string }) {
  const t = useTranslations("messages");
  return (
    <Table caption={t("mailbox.table")}>
      <Head>
        <HeadCell>{t("mailbox.subject")}</HeadCell>
        <HeadCell>{t("mailbox.to")}</HeadCell>
        <HeadCell>{t("mailbox.state")}</HeadCell>
        <HeadCell>{t("mailbox.written")}</HeadCell>
      </Head>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id}>
            <Cell head className="align-top">
              <bdi>{entry.subject}</bdi>
              {entry.kept && <MailText mail={entry.kept} label={t("mailbox.read")} />}
            </Cell>
            <Cell label={t("mailbox.to")} className="align-top">
              <bdi>{entry.to.name}</bdi>
              <span className="block text-sm text-ink-soft md:text-xs">{entry.to.email}</span>
            </Cell>
            <Cell label={t("mailbox.state")} className="align-top">
              <Status tone={tones[entry.state]}>{t(`state.mail.${entry.state}`)}</Status>
              {entry.state === "QUEUED" && entry.tries > 0 && (
                <span className="ml-2 text-sm text-ink-soft md:text-xs">
                  {t("mailbox.tries", { count: entry.tries })}
                </span>
              )}
            </Cell>
            <Cell label={t("mailbox.written")} className="align-top">
              <Time at={entry.at} now={now} zone={zone} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
