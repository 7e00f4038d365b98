import { Users } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { directoryHref, readDirectoryAddress } from "@/components/people/directory-address";
import { DirectoryFilters } from "@/components/people/directory-filters";
import { PeopleTable } from "@/components/people/people-table";
import { Words } from "@/components/shell/words";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { standing } from "@/lib/access";
import { orNotFound, requireActor } from "@/lib/auth";
import { floorNames } from "@/lib/floors/queries";
import { listPeople } from "@/lib/people/queries";
import { may } from "@/lib/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: Props) {
  const actor = await requireActor();
  const shown = readDirectoryAddress(await searchParams);
  const { q, floor, grant, state, after, before } = shown;
  const [t, page, floors] = await Promise.all([
    getTranslations("people"),
    orNotFound(listPeople(actor, { search: q, floorId: floor, grant, state, after, before })),
    floorNames(actor),
  ]);
  const mayAdd = may(standing(actor), "people.addPerson");
  return (
    <Words of={["people.account", "people.refused", "errors"]}>
      <PageHeader
        title={t("title")}
        actions={
          mayAdd && (
            <>
              <Link href="/people/import" className={buttonClass()}>
                {t("import")}
              </Link>
              <Link href="/people/new" className={buttonClass({ tone: "primary" })}>
                {t("add")}
              </Link>
            </>
          )
        }
      />
      <DirectoryFilters shown={shown} floors={floors} />
      <Panel flush>
        {page.people.length > 0 ? (
          <PeopleTable people={page.people} mayInvite={mayAdd} />
        ) : (
          <EmptyState
            icon={<Users />}
            title={t("empty")}
            action={
              <Link href="/people" className={buttonClass()}>
                {t("clear")}
              </Link>
            }
          >
            {t("emptyBody")}
          </EmptyState>
        )}
      </Panel>
      <Pagination
        previousHref={page.before && directoryHref(shown, { before: page.before })}
        nextHref={page.after && directoryHref(shown, { after: page.after })}
      />
    </Words>
  );
}
