import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Signatures } from "@/lib/agreements/queries";
import { Panel } from "../ui/panel";

/** Who has not signed yet what is expected of mentors and mentees: for information, it keeps nothing from going on. */
export function SignedPanel({ signatures: { of, missing } }: { signatures: Signatures }) {
  const t = useTranslations("agreements.signed");
  if (of === 0) return null;
  return (
    <Panel title={t("title")} description={t("count", { count: of - missing.length, of })}>
      {missing.length === 0 ? (
        <p className="text-body text-ink-soft">{t("all")}</p>
      ) : (
        <details className="text-body" open={missing.length <= 4}>
          <summary className="cursor-pointer text-ink-soft">{t("missing")}</summary>
          <ul className="mt-2 grid max-h-72 gap-1.5 overflow-y-auto">
            {missing.map(({ pairingId, name }) => (
              <li key={`${pairingId}${name}`}>
                <Link className="link" href={`/pairings/${pairingId}`} prefetch={false}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
