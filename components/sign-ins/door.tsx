import type { ReactNode } from "react";
import { Mark } from "../shell/mark";

/** The frame of the pages before one is signed in: mark, one question, and what stands beside it. */
export function Door({
  title,
  intro,
  aside,
  children,
}: {
  title: ReactNode;
  intro?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-4xl content-center justify-items-center gap-x-16 gap-y-10 px-5 py-12 md:flex md:items-center md:justify-center">
      <div className="grid w-full max-w-sm gap-6">
        <header className="grid gap-2">
          <Mark className="mb-3 size-10" />
          <h1 className="text-xl font-semibold">{title}</h1>
          {intro && <div className="text-body text-ink-soft">{intro}</div>}
        </header>
        {children}
      </div>
      {aside && <aside className="w-full max-w-sm">{aside}</aside>}
    </main>
  );
}
