import { Handshake } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ListsToJoin, OwnNominations } from "@/components/mentors/own-nominations";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth";
import { listsToJoin } from "@/lib/mentor-lists/queries";
import { listOwnNominations } from "@/lib/mentors/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mentors.mine");
  return { title: t("title") };
}

export default async function NominationsPage() {
  const actor = await requireActor();
  const [t, nominations, lists] = await Promise.all([
    getTranslations("mentors.mine"),
    listOwnNominations(actor),
    listsToJoin(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("what")}
        actions={
          <Link href={`/mentors/${actor.personId}`} className={buttonClass()}>
            {t("card")}
          </Link>
        }
      />
      <div className="grid gap-5">
        {lists.length > 0 && (
          <Panel title={t("open")} description={t("openWhat")} flush>
            <ListsToJoin lists={lists} zone={actor.timeZone} />
          </Panel>
        )}
        {nominations.length > 0 && (
          <Panel title={t("own")} flush>
            <OwnNominations nominations={nominations} />
          </Panel>
        )}
        {lists.length + nominations.length === 0 && (
          <EmptyState icon={<Handshake />} title={t("nothing")}>
            {t("nothingWhy")}
          </EmptyState>
        )}
      </div>
    </>
  );
}
