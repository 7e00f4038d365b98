import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DirectoryPerson } from "@/lib/people/queries";
import { PersonLine } from "../ui/avatar";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { InviteButton } from "./account-actions";
import { PersonState } from "./person-state";

/** The people of a page of the directory. Who may invite has the button for it beside those who wait. */
export function PeopleTable({ people, mayInvite }: { people: DirectoryPerson[]; mayInvite: boolean }) {
  const t = useTranslations("people");
  return (
    <Table caption={t("caption")}>
      <Head>
        <HeadCell>{t("name")}</HeadCell>
        <HeadCell>{t("jobTitle")}</HeadCell>
        <HeadCell>{t("floor")}</HeadCell>
        <HeadCell>{t("grantsLabel")}</HeadCell>
        <HeadCell>{t("stateLabel")}</HeadCell>
      </Head>
      <tbody>
        {people.map((person) => (
          <Row key={person.id}>
            <Cell head>
              <PersonLine name={person.name} detail={person.email}>
                <Link href={`/people/${person.id}`}>{person.name}</Link>
              </PersonLine>
            </Cell>
            <Cell label={t("jobTitle")}>{person.title}</Cell>
            <Cell label={t("floor")}>{person.floor}</Cell>
            <Cell label={t("grantsLabel")}>
              {person.grants.map((grant) => t(`grant.${grant}`)).join(", ")}
            </Cell>
            <Cell label={t("stateLabel")}>
              <span className="flex flex-wrap items-center gap-2">
                <PersonState state={person.state} />
                {mayInvite && (person.state === "NOT_INVITED" || person.state === "INVITED") && (
                  <InviteButton person={person} size="small" />
                )}
              </span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
