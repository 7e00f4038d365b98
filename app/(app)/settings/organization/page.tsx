import { CalendarOff } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HolidayForm } from "@/components/organization/holiday-form";
import { HolidayList } from "@/components/organization/holiday-list";
import { OrganizationForm } from "@/components/organization/organization-form";
import { Words } from "@/components/shell/words";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { standing } from "@/lib/access";
import { orNotFound, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { dayAt } from "@/lib/dates";
import { getOrganization } from "@/lib/organization/queries";
import { timeZoneChoices } from "@/lib/people/rules";
import { may } from "@/lib/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization");
  return { title: t("title") };
}

export default async function OrganizationPage() {
  const actor = await requireActor();
  const [t, organization] = await Promise.all([
    getTranslations("organization"),
    orNotFound(getOrganization(actor)),
  ]);
  const { name, timeZone, holidays } = organization;
  const mayChange = may(standing(actor), "organization.changeOrganization");
  return (
    <Words of={["organization", "errors"]}>
      <PageHeader crumbs={[{ href: "/settings", label: t("settings") }]} title={t("title")} />
      <div className="grid max-w-3xl gap-5">
        {mayChange && (
          <Panel title={t("form.title")}>
            <OrganizationForm name={name} timeZone={timeZone} zones={timeZoneChoices(timeZone)} />
          </Panel>
        )}
        <Panel flush title={t("holidays.title")} description={t("holidays.description")}>
          <div className="border-line border-y px-4 py-4 md:px-5">
            <HolidayForm />
          </div>
          {holidays.length > 0 ? (
            <HolidayList holidays={holidays} today={dayAt(clock.now(), timeZone)} />
          ) : (
            <EmptyState icon={<CalendarOff />} title={t("holidays.empty")}>
              {t("holidays.emptyBody")}
            </EmptyState>
          )}
        </Panel>
      </div>
    </Words>
  );
}
