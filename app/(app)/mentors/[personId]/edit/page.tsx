import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PortraitField } from "@/components/mentors/portrait-field";
import { ProfileForm } from "@/components/mentors/profile-form";
import { Words } from "@/components/shell/words";
import { PageHeader } from "@/components/ui/page-header";
import { pageId, requireActor } from "@/lib/auth";
import { ownMentorProfile } from "@/lib/profiles/queries";

type Props = { params: Promise<{ personId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profiles.form");
  return { title: t("title") };
}

export default async function EditProfilePage({ params }: Props) {
  const actor = await requireActor();
  if (pageId((await params).personId) !== actor.personId) notFound();
  const [profile, t] = await Promise.all([ownMentorProfile(actor), getTranslations("profiles")]);
  const cardHref = `/mentors/${actor.personId}`;
  return (
    <Words of={["errors", "profiles"]}>
      <PageHeader
        crumbs={[{ href: cardHref, label: t("title") }]}
        title={t("form.title")}
        description={t("form.why")}
      />
      <PortraitField name={actor.name} portrait={profile.portrait} />
      <ProfileForm profile={profile} zone={actor.timeZone.replaceAll("_", " ")} cardHref={cardHref} />
    </Words>
  );
}
