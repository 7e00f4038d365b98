"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useRef } from "react";
import { buttonClass } from "./button";
import { classNames } from "./class-names";
import { iconButtonClass } from "./icon-button";

export type MenuItem = {
  label: ReactNode;
  icon?: ReactNode;
  danger?: boolean;
  /** Why it is not possible now; the item stays readable and cannot be chosen. */
  reason?: string;
} & ({ href: string; onSelect?: never } | { onSelect: () => void; href?: never });

const itemClass =
  "flex min-h-11 w-full cursor-default select-none items-center gap-2.5 rounded-[0.3125rem] px-2.5 py-1.5 text-body no-underline outline-none md:min-h-8 [&_svg]:size-4 [&_svg]:shrink-0 data-highlighted:bg-hover data-disabled:text-ink-faint";

function Words({ item }: { item: MenuItem }) {
  return (
    <>
      {item.icon}
      <span className="min-w-0">
        {item.label}
        {item.reason && <span className="block text-xs text-ink-faint">{item.reason}</span>}
      </span>
    </>
  );
}

/**
 * A button that opens a list of deeds or places. Without `children` it shows three dots, called `label`. What is chosen
 * is done when the list has closed and the button has the focus again: a dialog that opens then gives it back to it.
 */
export function Menu({
  label,
  items,
  align = "end",
  defaultOpen = false,
  children,
}: {
  label: string;
  items: MenuItem[];
  align?: "start" | "end";
  defaultOpen?: boolean;
  children?: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const chosen = useRef<(() => void) | null>(null);
  function closed(open: boolean) {
    if (open || !chosen.current) return;
    button.current?.focus();
    chosen.current();
    chosen.current = null;
  }
  return (
    <Base.Root defaultOpen={defaultOpen} onOpenChangeComplete={closed}>
      <Base.Trigger
        ref={button}
        aria-label={children ? undefined : label}
        title={children ? undefined : label}
        className={children ? buttonClass() : iconButtonClass()}
      >
        {children ?? <Ellipsis aria-hidden />}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} className="z-50">
          <Base.Popup className="floating min-w-48 max-w-80 p-1 outline-none" aria-label={label}>
            {items.map((item, index) => {
              const key = typeof item.label === "string" ? item.label : `item-${index}`;
              const look = classNames(itemClass, item.danger && !item.reason && "text-danger");
              if (item.href !== undefined && !item.reason) {
                return (
                  <Base.LinkItem key={key} className={look} render={<Link href={item.href} />} closeOnClick>
                    <Words item={item} />
                  </Base.LinkItem>
                );
              }
              return (
                <Base.Item
                  key={key}
                  className={look}
                  disabled={Boolean(item.reason)}
                  onClick={() => {
                    chosen.current = item.onSelect ?? null;
                  }}
                >
                  <Words item={item} />
                </Base.Item>
              );
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
