"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Where a press leads inside the application; null for what the browser does better itself. */
function insideOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target || link.hasAttribute("download")) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  const here = window.location;
  if (origin !== here.origin || pathname.startsWith("/api/")) return null;
  if (hash && pathname === here.pathname && search === here.search) return null;
  return pathname + search + hash;
}

/**
 * Lets plain links change the page without loading it anew, as next/link does. Lists of many rows use plain links: each
 * next/link is a component of its own, and asks the server for its page as soon as it can be seen.
 */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const address = insideOf(event);
      if (address === null) return;
      event.preventDefault();
      router.push(address);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}
