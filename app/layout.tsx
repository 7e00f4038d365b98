import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { pick } from "@/components/shell/words";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("product.name"), template: `%s · ${t("product.name")}` },
    description: t("product.description"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#161512" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page that was made at build time carries no nonce, and the browser would run none of its scripts.
  await connection();
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  return (
    <html lang={locale} className={GeistSans.variable}>
      <body>
        <NextIntlClientProvider messages={pick(messages, ["ui", "shell", "failed", "strip"])}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
