import { Sprout } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

/** Leads to the day of one's first hat, a trainer to the intakes; who has none yet reads what will happen here. */
export default async function TodayPage() {
  const actor = await requireActor();
  const [first] = actor.hats;
  if (first) redirect(`/today/${first}`);
  if (actor.grants.includes("TRAINER")) redirect("/intakes");
  const t = await getTranslations("today");
  const administers = actor.grants.includes("ADMIN");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState
        icon={<Sprout />}
        title={t("noHat.title", { name: actor.name })}
        action={
          <Link href={administers ? "/people" : "/inbox"} className={buttonClass({ tone: "primary" })}>
            {administers ? t("noHat.people") : t("noHat.inbox")}
          </Link>
        }
      >
        {administers ? t("noHat.administrator") : t("noHat.why")}
      </EmptyState>
    </>
  );
}
