import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailTable } from "@/components/messages/mail-table";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { orNotFound, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { mailbox } from "@/lib/messages/queries";
import { mailStates } from "@/lib/messages/rules";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages.mailbox");
  return { title: t("title") };
}

export default async function MailPage({ searchParams }: PageProps<"/settings/mail">) {
  const actor = await requireActor();
  const asked = await searchParams;
  const state = mailStates.find((known) => known === asked.state);
  const before = typeof asked.before === "string" ? asked.before : undefined;
  const [t, found] = await Promise.all([
    getTranslations("messages"),
    orNotFound(mailbox(actor, { ...(state ? { state } : {}), ...(before ? { before } : {}) })),
  ]);
  const here = state ? `/settings/mail?state=${state}&` : "/settings/mail?";
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/settings", label: t("mailbox.settings") }]}
        title={t("mailbox.title")}
        description={t("mailbox.description")}
      />
      <div className="grid gap-5">
        {!found.canSend && <Banner title={t("mailbox.noServer.title")}>{t("mailbox.noServer.body")}</Banner>}
        {found.canSend && found.counts.QUEUED > 0 && (
          <Banner tone="due" title={t("mailbox.waiting.title", { count: found.counts.QUEUED })}>
            {t("mailbox.waiting.body")}
          </Banner>
        )}
        <FilterChips
          label={t("mailbox.filter")}
          chips={[
            { href: "/settings/mail", label: t("mailbox.all"), current: !state },
            ...mailStates.map((each) => ({
              href: `/settings/mail?state=${each}`,
              label: t(`state.mail.${each}`),
              count: found.counts[each],
              current: state === each,
            })),
          ]}
        />
        {found.entries.length > 0 ? (
          <Panel flush>
            <MailTable entries={found.entries} now={clock.now()} zone={actor.timeZone} />
          </Panel>
        ) : (
          <EmptyState icon={<Mail />} title={t("mailbox.empty.title")}>
            {t("mailbox.empty.body")}
          </EmptyState>
        )}
        <Pagination
          previousHref={before ? here : null}
          nextHref={found.next && `${here}before=${found.next}`}
        />
      </div>
    </>
  );
}
