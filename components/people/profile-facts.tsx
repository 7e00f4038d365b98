import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { fromDay } from "@/lib/dates";
import type { ShownPerson } from "@/lib/people/queries";
import { Definition, Definitions } from "../ui/definition-list";

/** The profile of a person, for those who may look and not change. */
export function ProfileFacts({ person }: { person: ShownPerson }) {
  const t = useTranslations("people");
  const format = useFormatter();
  const { manager, hireDate } = person;
  return (
    <Definitions columns={2}>
      <Definition term={t("email")}>
        <a href={`mailto:${person.email}`} className="link">
          {person.email}
        </a>
      </Definition>
      <Definition term={t("jobTitle")}>{person.title}</Definition>
      <Definition term={t("floor")}>{person.floor?.name}</Definition>
      <Definition term={t("manager")}>
        {manager && (
          <Link href={`/people/${manager.id}`} className="link">
            <bdi>{manager.name}</bdi>
          </Link>
        )}
      </Definition>
      <Definition term={t("hireDate")}>
        {hireDate && format.dateTime(fromDay(hireDate), { dateStyle: "long", timeZone: "UTC" })}
      </Definition>
      <Definition term={t("timeZone")}>{person.timeZone}</Definition>
      <Definition term={t("grantsLabel")}>
        {person.grants.map((grant) => t(`grant.${grant}`)).join(", ") || t("grants.none")}
      </Definition>
    </Definitions>
  );
}
