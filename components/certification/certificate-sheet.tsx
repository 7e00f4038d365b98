import { useFormatter, useTranslations } from "next-intl";
import { stripDays } from "@/components/cohorts/cohort-strip";
import { TwoWeekStrip } from "@/components/cohorts/two-week-strip";
import { Mark } from "@/components/shell/mark";
import type { CheckedCertificate } from "@/lib/certification/queries";
import { addDays, type Day, fromDay } from "@/lib/dates";

/** A certificate as it is printed: one sheet of A4 or Letter, with the days that led to it. */
export function CertificateSheet({
  certificate,
  organization,
}: {
  certificate: CheckedCertificate;
  organization: string | null;
}) {
  const t = useTranslations("certification.certificate");
  const format = useFormatter();
  const inWords = (day: Day) => format.dateTime(fromDay(day), { timeZone: "UTC", dateStyle: "long" });
  const { days, certifiedOn, issuedOn } = certificate;
  const last = days.at(-1)?.day ?? issuedOn;
  const strip = stripDays(days, addDays(last, 1), certifiedOn);
  return (
    <article className="panel grid gap-8 px-6 py-10 md:px-14 md:py-14 print:border-0 print:px-0 print:py-6">
      <header className="flex flex-wrap items-center gap-3">
        <Mark className="size-9" />
        {organization && <p className="text-base font-semibold">{organization}</p>}
        <p className="ml-auto text-sm font-medium text-certify">{t("heading")}</p>
      </header>
      <div className="grid gap-3 py-4 md:py-8 print:py-10">
        <p className="text-base text-ink-soft">{t("certifies")}</p>
        <h1 dir="auto" className="text-xl font-semibold wrap-anywhere md:text-[2.75rem] md:leading-tight">
          {certificate.name}
        </h1>
        <p className="text-base text-ink-soft">{t("completed")}</p>
        <p className="text-lg font-semibold">{certificate.program}</p>
        <p className="text-base text-ink-soft">
          {t("cohort", { cohort: certificate.cohort })} {t("on", { day: inWords(certifiedOn) })}
        </p>
      </div>
      <section aria-label={t("days")}>
        <TwoWeekStrip days={strip} total={strip.length} size="header" />
      </section>
      <footer className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2 border-t border-line pt-5">
        <div>
          <p className="text-sm text-ink-soft">{t("number")}</p>
          <p className="text-base font-semibold tracking-wide tabular-nums">{certificate.number}</p>
        </div>
        <p className="text-sm text-ink-soft">{t("issued", { day: inWords(issuedOn) })}</p>
      </footer>
    </article>
  );
}
