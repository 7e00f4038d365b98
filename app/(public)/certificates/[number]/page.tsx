import type { Metadata } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { CertificateSheet } from "@/components/certification/certificate-sheet";
import { CheckForm } from "@/components/certification/check-form";
import { Mark } from "@/components/shell/mark";
import { Banner } from "@/components/ui/banner";
import { PrintButton } from "@/components/ui/print-button";
import { checkCertificate } from "@/lib/certification/queries";
import { organizationName } from "@/lib/organization/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certification.certificate");
  return { title: t("title") };
}

/** The number as somebody typed it into the address; a broken escape sequence is none. */
function typed(number: string): string {
  try {
    return decodeURIComponent(number);
  } catch {
    return number;
  }
}

export default async function CertificatePage({ params }: PageProps<"/certificates/[number]">) {
  await connection();
  const number = typed((await params).number);
  const [t, certificate, organization] = await Promise.all([
    getTranslations("certification.certificate"),
    checkCertificate(number),
    organizationName(),
  ]);
  if (!certificate) {
    return (
      <main className="mx-auto grid min-h-dvh w-full max-w-lg content-center gap-5 px-5 py-12">
        <Mark className="size-9" />
        <h1 className="text-xl font-semibold">{t("unknown")}</h1>
        <p className="text-body text-ink-soft">{t("unknownBody")}</p>
        <CheckForm number={number.slice(0, 40)} />
      </main>
    );
  }
  return (
    <main className="mx-auto grid w-full max-w-3xl gap-5 px-4 py-8 md:py-12 print:p-0">
      <div data-screen-only>
        <Banner tone="done" title={t("valid")} actions={<PrintButton>{t("print")}</PrintButton>}>
          {t("validBody")}
        </Banner>
      </div>
      <CertificateSheet certificate={certificate} organization={organization} />
    </main>
  );
}
