import { UserPlus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CohortOverview } from "@/lib/cohorts/queries";
import { isUndecided } from "@/lib/mentees/rules";
import { Status } from "../ui/badge";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { EnrollmentStatus } from "./cohort-state";
import { WithdrawMentee } from "./withdraw-mentee";

type Mentee = CohortOverview["enrollments"][number];

/** So many are a list that one passes by; of more, the first are shown until somebody asks for all. */
const fewest = 16;

/** Everybody who is or was a mentee of the cohort, with their mentor and where they stand. */
export function MenteeTable({
  cohortId,
  mentees,
  all,
  open,
}: {
  cohortId: string;
  mentees: Mentee[];
  /** Whether many are shown as well as few. */
  all: boolean;
  /** Whether people can still be added. */
  open: boolean;
}) {
  const t = useTranslations("cohorts.mentees");
  const add = open && (
    <Link href={`/cohorts/${cohortId}/enroll`} className={buttonClass()}>
      <UserPlus aria-hidden />
      {t("add")}
    </Link>
  );
  const shown = all || mentees.length <= fewest ? mentees : mentees.slice(0, fewest);
  return (
    <Panel
      id="mentees"
      title={t("title", { count: mentees.length })}
      actions={
        mentees.length > 0 && (
          <>
            <Link href={`/cohorts/${cohortId}/intakes`} className={buttonClass()}>
              {t("intakes")}
            </Link>
            {add}
          </>
        )
      }
      flush
    >
      {mentees.length > 0 ? (
        <>
          <Table caption={t("caption")}>
            <Head>
              <HeadCell>{t("name")}</HeadCell>
              <HeadCell>{t("floor")}</HeadCell>
              <HeadCell>{t("mentor")}</HeadCell>
              <HeadCell>{t("state")}</HeadCell>
              <HeadCell end>
                <span className="sr-only">{t("deeds")}</span>
              </HeadCell>
            </Head>
            <tbody>
              {shown.map((mentee) => (
                <Row key={mentee.id}>
                  <Cell head>
                    <bdi>{mentee.person.name}</bdi>
                    {mentee.person.title && (
                      <span className="block text-sm font-normal text-ink-soft md:text-xs">
                        {mentee.person.title}
                      </span>
                    )}
                  </Cell>
                  <Cell label={t("floor")}>{mentee.person.floor?.name}</Cell>
                  <Cell label={t("mentor")}>
                    <MentorOf mentee={mentee} />
                  </Cell>
                  <Cell label={t("state")}>
                    <EnrollmentStatus state={mentee.state} />
                  </Cell>
                  <Cell end>
                    {isUndecided(mentee.state) && <WithdrawMentee id={mentee.id} name={mentee.person.name} />}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
          {shown.length < mentees.length && (
            <p className="border-t border-line px-5 py-3">
              <Link
                href={`/cohorts/${cohortId}?mentees=all#mentees`}
                scroll={false}
                className={buttonClass()}
              >
                {t("all", { count: mentees.length })}
              </Link>
            </p>
          )}
        </>
      ) : (
        <EmptyState icon={<UserPlus />} title={t("empty")} action={add}>
          {t("emptyWhy")}
        </EmptyState>
      )}
    </Panel>
  );
}

function MentorOf({ mentee }: { mentee: Mentee }) {
  const t = useTranslations("cohorts.mentees");
  if (!isUndecided(mentee.state) && !mentee.mentor) return null;
  if (!mentee.mentor) return <Status tone="due">{t("noMentor")}</Status>;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-2">
      <bdi>{mentee.mentor.name}</bdi>
      {!mentee.mentor.confirmed && <Status>{t("suggested")}</Status>}
    </span>
  );
}
