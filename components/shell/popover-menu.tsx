"use client";

import { usePathname } from "next/navigation";
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";

/**
 * A button and the small sheet that it opens, by the platform's own popover: Escape and a press elsewhere close it.
 * It also closes when a link inside it led somewhere.
 */
export function PopoverMenu({
  trigger,
  sheetClass,
  children,
  ...button
}: ComponentProps<"button"> & { trigger: ReactNode; sheetClass?: string; children: ReactNode }) {
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const path = usePathname();
  const last = useRef(path);

  useEffect(() => {
    if (last.current !== path) sheet.current?.hidePopover();
    last.current = path;
  }, [path]);

  return (
    <>
      <button type="button" popoverTarget={id} {...button}>
        {trigger}
      </button>
      <div id={id} ref={sheet} popover="auto" className={sheetClass}>
        {children}
      </div>
    </>
  );
}
