import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { OwnAway } from "@/components/mentor-leave/own-away";
import { SettingsPlaces } from "@/components/organization/settings-places";
import { OwnProfileForm } from "@/components/people/own-profile-form";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { Words } from "@/components/shell/words";
import { ChangePasswordForm } from "@/components/sign-ins/change-password-form";
import { EndAllSignIns } from "@/components/sign-ins/end-sign-in";
import { SignInTable } from "@/components/sign-ins/sign-in-table";
import { buttonClass } from "@/components/ui/button";
import { Definition, Definitions } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { ownAway } from "@/lib/mentor-leave/queries";
import { ownProfile } from "@/lib/people/queries";
import { timeZoneChoices } from "@/lib/people/rules";
import { hasPassword, ownSignIns } from "@/lib/sign-ins/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization");
  return { title: t("settings") };
}

export default async function SettingsPage() {
  const actor = await requireActor();
  const [t, people, signInWords, leave, profile, signIns, withPassword, away] = await Promise.all([
    getTranslations("organization"),
    getTranslations("people"),
    getTranslations("sign-ins"),
    getTranslations("mentor-leave"),
    ownProfile(actor),
    ownSignIns(actor),
    hasPassword(actor),
    ownAway(actor),
  ]);
  return (
    <Words of={["people", "sign-ins", "errors", "mentor-leave", "mentors.invalid"]}>
      <PageHeader title={t("settings")} description={people("own.description")} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-5 lg:order-none">
          <Panel title={people("own.profile")} description={people("own.managedByAdmin")}>
            <div className="grid gap-5">
              <Definitions columns={3}>
                <Definition term={people("own.name")}>
                  <bdi>{profile.name}</bdi>
                </Definition>
                <Definition term={people("email")}>{profile.email}</Definition>
                <Definition term={people("floor")}>{profile.floor?.name}</Definition>
              </Definitions>
              <OwnProfileForm
                title={profile.title ?? ""}
                timeZone={profile.timeZone}
                zones={timeZoneChoices(profile.timeZone)}
              />
            </div>
          </Panel>
          <Panel id="leave" title={leave("title")} description={leave("what")}>
            <OwnAway away={away} />
          </Panel>
          <Panel title={signInWords("settings.title")}>
            {withPassword ? (
              <ChangePasswordForm email={profile.email} />
            ) : (
              <div className="grid justify-items-start gap-3">
                <p className="text-body text-ink-soft">{signInWords("settings.none")}</p>
                <Link href="/reset" className={buttonClass()}>
                  {signInWords("settings.ask")}
                </Link>
              </div>
            )}
          </Panel>
          <Panel
            id="sign-ins"
            flush
            title={signInWords("list.title")}
            description={signInWords("list.description")}
            actions={<EndAllSignIns />}
          >
            <SignInTable signIns={signIns} now={clock.now()} zone={actor.timeZone} />
          </Panel>
        </div>
        <div className="grid gap-5">
          <Panel title={people("own.appearance")} description={people("own.appearanceHint")}>
            {/* A form of its own: the menu of the shell has the same choice. */}
            <form>
              <ThemeChoice theme={actor.theme} />
            </form>
          </Panel>
          <SettingsPlaces actor={actor} />
        </div>
      </div>
    </Words>
  );
}
