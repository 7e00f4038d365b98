"use client";

import { NextIntlClientProvider } from "next-intl";
import { Failed } from "@/components/shell/failed";
import failed from "@/messages/en/failed.json";
import "./globals.css";

type Props = { error: Error & { digest?: string } };

/** Stands in for the root layout when that failed itself, so it brings its own words. */
export default function EverythingFailed({ error }: Props) {
  return (
    <html lang="en">
      <body>
        <title>{failed.title}</title>
        <NextIntlClientProvider locale="en" messages={{ failed }}>
          <Failed digest={error.digest} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
