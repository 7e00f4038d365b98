"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Shows, after a moment, that the page behind a link is on its way. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  return pending ? <span aria-hidden className="on-its-way" /> : null;
}

/** A link that knows whether one is there, or somewhere below it. */
export function NavLink({
  href,
  className,
  children,
}: {
  href: string;
  className?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? (path === href ? "page" : "true") : undefined}
      className={className}
    >
      {children}
      <OnItsWay />
    </Link>
  );
}
