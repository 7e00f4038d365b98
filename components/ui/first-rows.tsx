"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button";

const shownAtFirst = 30;

/**
 * The first rows of a table, and a button for the rest: hundreds of rows cost the page more than a press. Once they are
 * there, the focus is on the first of them.
 */
export function FirstRows<One>({
  rows,
  more,
  children,
}: {
  rows: readonly One[];
  /** The words of the button. */
  more: string;
  children: (shown: readonly One[]) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!all) return;
    const next = place.current?.querySelectorAll("tbody > tr")[shownAtFirst];
    next?.querySelector<HTMLElement>("a, button")?.focus();
  }, [all]);

  return (
    <div ref={place}>
      {children(all ? rows : rows.slice(0, shownAtFirst))}
      {!all && rows.length > shownAtFirst && (
        <div className="px-4 py-3 md:px-5">
          <Button onClick={() => setAll(true)}>{more}</Button>
        </div>
      )}
    </div>
  );
}
