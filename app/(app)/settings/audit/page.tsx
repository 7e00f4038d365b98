import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { z } from "zod";
import { AuditFilter } from "@/components/history/audit-filter";
import { ChainState } from "@/components/history/chain-state";
import { EmptyState } from "@/components/ui/empty-state";
import { History } from "@/components/ui/history";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { orNotFound, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { type Day, fromDay, isDay } from "@/lib/dates";
import { brokenRecord, findRecordedPeople, recordedPerson, wholeHistory } from "@/lib/history/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("history");
  return { title: t("title") };
}

const asText = z.string().trim().min(1).max(200).optional().catch(undefined);
const searchSchema = z.object({
  who: z.uuid().optional().catch(undefined),
  name: asText,
  day: z.custom<Day>(isDay).optional().catch(undefined),
  before: asText,
});

/** The address of this page with what is asked for; undefined parts are left out. */
function address(asked: Record<string, string | undefined>): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length ? `/settings/audit?${new URLSearchParams(given)}` : "/settings/audit";
}

export default async function AuditPage({ searchParams }: PageProps<"/settings/audit">) {
  const actor = await requireActor();
  const raw = await searchParams;
  const { who, name, day, before } = searchSchema.parse(raw);
  const [t, format, found, person, people] = await Promise.all([
    getTranslations("history"),
    getFormatter(),
    orNotFound(
      wholeHistory(actor, {
        ...(who ? { personId: who } : {}),
        ...(day ? { day } : {}),
        ...(before ? { before } : {}),
      }),
    ),
    who ? orNotFound(recordedPerson(actor, who)) : null,
    name ? orNotFound(findRecordedPeople(actor, name)) : [],
  ]);
  const title = [
    person && t("of", { name: person.name }),
    day && t("on", { day: format.dateTime(fromDay(day), { timeZone: "UTC", dateStyle: "full" }) }),
  ].filter(Boolean);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/settings", label: t("settings") }]}
        title={t("title")}
        description={t("description")}
      />
      <div className="grid max-w-4xl gap-5">
        <Suspense fallback={<p className="text-body text-ink-soft">{t("checking")}</p>}>
          <ChainState broken={brokenRecord(actor)} />
        </Suspense>
        <AuditFilter
          name={name}
          day={day}
          badDay={Boolean(raw.day) && !day}
          who={who}
          choices={people.map((each) => ({ name: each.name, href: address({ who: each.id, day }) }))}
        />
        <Panel title={title.join(" · ") || t("list")}>
          {found.entries.length > 0 ? (
            <History entries={found.entries} now={clock.now()} zone={actor.timeZone} label={t("list")} />
          ) : (
            <EmptyState icon={<ScrollText />} title={t("empty.title")}>
              {t("empty.body")}
            </EmptyState>
          )}
        </Panel>
        <Pagination
          previousHref={before ? address({ who, day }) : null}
          nextHref={found.next && address({ who, day, before: found.next })}
        />
      </div>
    </>
  );
}
