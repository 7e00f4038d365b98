import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { EnrollmentStatus } from "@/components/cohorts/cohort-state";
import { buttonClass } from "@/components/ui/button";
import { Cell, Head, HeadCell, Row, Table } from "@/components/ui/table";
import type { CertifiedMentee, CohortCertification } from "@/lib/certification/queries";
import { isOpenAttempt } from "@/lib/certification/rules";
import { type Day, fromDay } from "@/lib/dates";
import { AttemptStatus } from "./attempt-status";

function Assessors({ attempt }: { attempt: CertifiedMentee["attempts"][number] }) {
  const t = useTranslations("certification.page");
  if (attempt.assessments.length === 0) return <span className="text-ink-faint">{t("noAssessor")}</span>;
  return (
    <ul>
      {attempt.assessments.map(({ personId, person, submittedAt }) => (
        <li key={personId}>
          <bdi>{person.name}</bdi>{" "}
          <span className="text-sm text-ink-soft md:text-xs">{t(submittedAt ? "scored" : "notScored")}</span>
        </li>
      ))}
    </ul>
  );
}

function MenteeRow({
  mentee,
  cohort,
  open,
}: {
  mentee: CertifiedMentee;
  cohort: CohortCertification;
  open: boolean;
}) {
  const t = useTranslations("certification.page");
  const format = useFormatter();
  const day = (of: Day) =>
    format.dateTime(fromDay(of), { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
  const last = mentee.attempts.at(-1);
  const pending = last && isOpenAttempt(last.state) && cohort.state === "ACTIVE";
  const plan = `/cohorts/${cohort.id}/certification?mentee=${mentee.id}#plan`;
  return (
    <Row current={open}>
      <Cell head className="align-top!">
        <Link href={`/mentees/${mentee.id}`} className="link">
          <bdi>{mentee.name}</bdi>
        </Link>
        {mentee.floor && (
          <span className="block text-sm font-normal text-ink-soft md:text-xs">{mentee.floor}</span>
        )}
      </Cell>
      <Cell label={t("standing")} className="align-top!">
        <EnrollmentStatus state={mentee.state} />
        {mentee.certificate && (
          <Link href={`/certificates/${mentee.certificate.number}`} className="link block text-sm md:text-xs">
            {t("certificate")}
          </Link>
        )}
      </Cell>
      <Cell label={t("attempts")} className="align-top!">
        <ol className="grid gap-1">
          {mentee.attempts.map((attempt) => (
            <li key={attempt.id} className="flex flex-wrap items-center gap-x-2">
              <Link href={`/attempts/${attempt.id}`} className="link tabular-nums">
                {t("attempt", { number: attempt.number, day: day(attempt.day) })}
              </Link>
              <AttemptStatus state={attempt.state} />
              {attempt.total !== null && (
                <span className="text-sm tabular-nums text-ink-soft">
                  {t("total", { total: attempt.total })}
                </span>
              )}
            </li>
          ))}
          {mentee.attempts.length === 0 && <li className="text-ink-faint">{t("noAttempt")}</li>}
        </ol>
      </Cell>
      <Cell label={t("assessors")} className="align-top!">
        {last && <Assessors attempt={last} />}
      </Cell>
      <Cell end className="align-top!">
        <div className="flex flex-wrap gap-2 md:justify-end">
          {pending && (
            <>
              <Link href={plan} className={buttonClass({ size: "small", tone: "quiet" })}>
                {t("assign")}
              </Link>
              <Link href={`/attempts/${last.id}`} className={buttonClass({ size: "small" })}>
                {t(last.assessments.length > 0 ? "openScores" : "record")}
              </Link>
            </>
          )}
          {mentee.canSchedule && (
            <Link href={plan} className={buttonClass({ size: "small" })}>
              {t("schedule")}
            </Link>
          )}
        </div>
      </Cell>
    </Row>
  );
}

/** Every mentee of a cohort with their attempts, who scores the last one, and what can be done next. */
export function CertificationTable({
  cohort,
  open,
}: {
  cohort: CohortCertification;
  open: string | undefined;
}) {
  const t = useTranslations("certification.page");
  return (
    <Table caption={t("table", { cohort: cohort.name })}>
      <Head>
        <HeadCell>{t("mentee")}</HeadCell>
        <HeadCell>{t("standing")}</HeadCell>
        <HeadCell>{t("attempts")}</HeadCell>
        <HeadCell>{t("assessors")}</HeadCell>
        <HeadCell end>
          <span className="sr-only">{t("next")}</span>
        </HeadCell>
      </Head>
      <tbody>
        {cohort.mentees.map((mentee) => (
          <MenteeRow key={mentee.id} mentee={mentee} cohort={cohort} open={mentee.id === open} />
        ))}
      </tbody>
    </Table>
  );
}
