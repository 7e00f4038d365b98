import { LogOut, MonitorSmartphone, Settings2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "../ui/avatar";
import { PopoverMenu } from "./popover-menu";
import { SignOut } from "./sign-out";
import { ThemeChoice } from "./theme-choice";

/** Who one is here, how it looks, and the way out. */
export function PersonMenu({
  name,
  email,
  theme,
}: {
  name: string;
  email: string;
  theme: "LIGHT" | "DARK" | "SYSTEM";
}) {
  const t = useTranslations("shell");
  return (
    <PopoverMenu
      className="grid size-11 place-items-center rounded-full md:size-9"
      trigger={
        <>
          <Avatar name={name} />
          <span className="sr-only">{t("person.label", { name })}</span>
        </>
      }
      sheetClass="floating inset-auto top-14 right-2 w-72 p-1.5 md:right-6"
    >
      <div className="border-b border-line px-2.5 pt-1.5 pb-2.5">
        <p className="truncate text-body font-medium">
          <bdi>{name}</bdi>
        </p>
        <p className="truncate text-sm text-ink-soft">{email}</p>
      </div>
      <ThemeChoice theme={theme} />
      <ul className="border-t border-line pt-1.5">
        <li>
          <Link href="/settings" className="sheet-link">
            <Settings2 aria-hidden />
            {t("person.settings")}
          </Link>
        </li>
        <li>
          <Link href="/settings#sign-ins" className="sheet-link">
            <MonitorSmartphone aria-hidden />
            {t("person.signIns")}
          </Link>
        </li>
        <li>
          <SignOut className="sheet-link w-full">
            <LogOut aria-hidden />
            {t("person.signOut")}
          </SignOut>
        </li>
      </ul>
    </PopoverMenu>
  );
}
