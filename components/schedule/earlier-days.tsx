import Link from "next/link";
import { useTranslations } from "next-intl";

/** Leads to the days that are over, or away from them again. `href` holds what else the address says. */
export function EarlierDays({ hidden, href }: { hidden: boolean; href: string }) {
  const t = useTranslations("schedule.earlier");
  return (
    <Link href={href} scroll={false} prefetch={false} data-screen-only className="link reach text-body">
      {t(hidden ? "show" : "hide")}
    </Link>
  );
}
