import { Presentation } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AnswerButtons } from "@/components/facilitation/answer-buttons";
import { SessionList } from "@/components/facilitation/session-list";
import { Words } from "@/components/shell/words";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { sessionsToLead } from "@/lib/facilitation/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("facilitation");
  return { title: t("title") };
}

export default async function SmeTodayPage() {
  const actor = await requireActor();
  const [t, { toAnswer, coming, toRecord, held }] = await Promise.all([
    getTranslations("facilitation"),
    sessionsToLead(actor),
  ]);
  const shown = { now: clock.now(), zone: actor.timeZone };
  const nothing = toAnswer.length + coming.length + toRecord.length === 0;
  return (
    <Words of={["facilitation", "sessions.refused", "errors"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-3xl gap-5">
        <SessionList
          title={t("toAnswer")}
          sessions={toAnswer}
          {...shown}
          actions={({ id }) => <AnswerButtons sessionId={id} accepted={false} />}
        />
        <SessionList
          title={t("toRecord")}
          sessions={toRecord}
          {...shown}
          actions={({ id, title }) => (
            <Link href={`/sessions/${id}`} className={buttonClass({ tone: "primary" })}>
              {t("record")}
              <span className="sr-only">: {title}</span>
            </Link>
          )}
        />
        <SessionList
          title={t("coming")}
          sessions={coming}
          {...shown}
          actions={({ id }) => <AnswerButtons sessionId={id} accepted />}
        />
        {nothing && (
          <EmptyState icon={<Presentation />} title={t("empty.title")}>
            {t("empty.body")}
          </EmptyState>
        )}
        <SessionList title={t("held")} sessions={held} {...shown} />
      </div>
    </Words>
  );
}
