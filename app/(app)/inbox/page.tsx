import { Inbox as InboxIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { InboxDays } from "@/components/messages/inbox-days";
import { MarkAllRead } from "@/components/messages/mark-read";
import { Words } from "@/components/shell/words";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { isDemo } from "@/lib/env";
import { inbox } from "@/lib/messages/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages.inbox");
  return { title: t("title") };
}

export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const actor = await requireActor();
  const asked = await searchParams;
  const unreadOnly = asked.show === "unread";
  const before = typeof asked.before === "string" ? asked.before : undefined;
  const [t, found] = await Promise.all([
    getTranslations("messages.inbox"),
    inbox(actor, { unread: unreadOnly, ...(before ? { before } : {}) }),
  ]);
  const here = unreadOnly ? "/inbox?show=unread&" : "/inbox?";
  return (
    <Words of={["messages.inbox", "errors"]}>
      <PageHeader
        title={t("title")}
        description={isDemo ? t("mailHint") : t("description")}
        actions={found.unread > 0 && <MarkAllRead />}
      />
      <div className="grid max-w-3xl gap-5">
        <FilterChips
          label={t("filter")}
          chips={[
            { href: "/inbox", label: t("all"), current: !unreadOnly },
            { href: "/inbox?show=unread", label: t("unread"), count: found.unread, current: unreadOnly },
          ]}
        />
        <InboxDays days={found.days} now={clock.now()} zone={actor.timeZone} />
        {found.days.length === 0 && (
          <EmptyState
            icon={<InboxIcon />}
            title={unreadOnly ? t("empty.unreadTitle") : t("empty.title")}
            action={
              unreadOnly && (
                <Link href="/inbox" className={buttonClass()}>
                  {t("empty.showAll")}
                </Link>
              )
            }
          >
            {unreadOnly ? t("empty.unreadBody") : t("empty.body")}
          </EmptyState>
        )}
        <Pagination
          previousHref={before ? here : null}
          nextHref={found.next && `${here}before=${found.next}`}
        />
      </div>
    </Words>
  );
}
