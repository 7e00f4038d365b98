"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * A place where a form takes the room of the button that opened it: the focus goes into the form when it opens, and
 * back to the first button when it closes, so that nobody who uses a keyboard is lost.
 */
export function Unfold({ open, children }: { open: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);

  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    const target = open ? (find(":checked") ?? find("input, textarea")) : find("button, a");
    target?.focus();
  }, [open]);

  return <div ref={place}>{children}</div>;
}
