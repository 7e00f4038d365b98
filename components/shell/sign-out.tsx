"use client";

import type { ReactNode } from "react";

async function leave() {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}

/** Ends this sign-in. What it takes to do so is fetched when it is pressed. */
export function SignOut({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <button type="button" className={className} onClick={leave}>
      {children}
    </button>
  );
}
