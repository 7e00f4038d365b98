import { useTranslations } from "next-intl";
import type { ShownPerson } from "@/lib/people/queries";
import { Definition, Definitions } from "../ui/definition-list";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";
import { AccountActions } from "./account-actions";
import { PersonState } from "./person-state";

/** Whether and how somebody can sign in, and what an administrator can do about it. */
export function AccountPanel({
  person,
  self,
  now,
  zone,
}: {
  person: ShownPerson;
  self: boolean;
  now: Date;
  zone: string;
}) {
  const t = useTranslations("people");
  const { invitedUntil, openSignIns } = person;
  return (
    <Panel title={t("account.title")} actions={<PersonState state={person.state} />}>
      <div className="grid gap-4">
        <p className="text-body text-ink-soft">{t(`account.${person.state}`)}</p>
        <Definitions columns={2}>
          {person.state === "INVITED" && invitedUntil && (
            <Definition term={t("account.invitedUntil")}>
              <Time at={invitedUntil} zone={zone} show="both" />
            </Definition>
          )}
          <Definition term={t("account.password")}>
            {person.hasPassword ? t("account.chosen") : t("account.no")}
          </Definition>
          {person.linked && <Definition term={t("account.provider")}>{t("account.linked")}</Definition>}
          <Definition term={t("account.signIns")}>
            {t("account.browsers", { count: openSignIns.count })}
          </Definition>
          {openSignIns.lastSeenAt && (
            <Definition term={t("account.lastSeen")}>
              <Time at={openSignIns.lastSeenAt} now={now} zone={zone} />
            </Definition>
          )}
        </Definitions>
        <div className="flex flex-wrap gap-2">
          <AccountActions
            person={{ id: person.id, name: person.name, email: person.email, state: person.state }}
            self={self}
          />
        </div>
      </div>
    </Panel>
  );
}
