import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Actor } from "@/lib/actor";
import { Toasts } from "../ui/toast";
import { BottomBar } from "./bottom-bar";
import { placesFor } from "./navigation";
import { Rail } from "./rail";
import { SoftLinks } from "./soft-links";
import { themeClass } from "./theme";
import { TopBar } from "./top-bar";

/** The frame around each signed-in page. It wears the person's theme, from where globals.css takes it. */
export function Shell({ actor, unread, children }: { actor: Actor; unread: number; children: ReactNode }) {
  const t = useTranslations("shell");
  const places = placesFor(actor);
  return (
    <div data-shell className={`flex min-h-dvh ${themeClass(actor.theme)}`}>
      <a
        href="#main"
        className="floating fixed top-2 left-2 z-50 -translate-y-40 px-4 py-3 font-medium text-accent focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <Rail places={places} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar
          name={actor.name}
          email={actor.email}
          theme={actor.theme}
          hats={actor.hats}
          places={places}
          unread={unread}
        />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-7xl flex-1 px-4 pt-5 pb-28 outline-none md:px-6 md:pt-7 md:pb-16 print:p-0"
        >
          {children}
        </main>
      </div>
      <BottomBar places={places} unread={unread} />
      <Toasts />
      <SoftLinks />
    </div>
  );
}
