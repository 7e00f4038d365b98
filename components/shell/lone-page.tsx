import type { ReactNode } from "react";
import { Mark } from "./mark";

/** A page that stands alone: what is not found, what failed. One sentence, one way on. */
export function LonePage({
  title,
  framed = false,
  actions,
  children,
}: {
  title: ReactNode;
  /** True inside the shell, which has a mark and a main of its own. */
  framed?: boolean;
  actions: ReactNode;
  children: ReactNode;
}) {
  const words = (
    <div className="grid w-full max-w-md gap-3">
      {!framed && <Mark className="mb-2 size-9" />}
      <h1 className="text-xl font-semibold">{title}</h1>
      <div className="grid gap-2 text-base text-ink-soft">{children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
    </div>
  );
  if (framed) return <div className="grid justify-center pt-[12vh]">{words}</div>;
  return <main className="grid min-h-dvh place-items-center px-6 py-16">{words}</main>;
}
