import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RecentImport } from "@/lib/imports/queries";
import { Status } from "../ui/badge";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";

/** The imports that somebody committed lately: what each came to, and which can be undone. */
export function RecentImports({
  imports,
  under,
  zone,
}: {
  imports: readonly RecentImport[];
  /** The address below which each has its page. */
  under: string;
  zone: string;
}) {
  const t = useTranslations("imports");
  if (imports.length === 0) return null;
  return (
    <Panel title={t("recent.title")}>
      <ul className="grid gap-3">
        {imports.map(({ id, fileName, committedAt, undoneAt, undoableUntil }) => (
          <li key={id} className="grid gap-1 text-body">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`${under}/${id}`} className="min-w-0 break-words">
                <bdi>{fileName || t("preview.pasted")}</bdi>
              </Link>
              {undoneAt ? (
                <Status>{t("recent.undone")}</Status>
              ) : (
                <Status tone="done">{t("recent.committed")}</Status>
              )}
            </span>
            <span className="text-sm text-ink-soft">
              {committedAt && <Time at={committedAt} zone={zone} show="both" />}
              {undoableUntil && (
                <>
                  {", "}
                  {t.rich("recent.open", { time: () => <Time at={undoableUntil} zone={zone} show="both" /> })}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
