import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { requireActor } from "@/lib/auth";
import { unreadCount } from "@/lib/messages/queries";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const unread = await unreadCount(actor);
  return (
    <Shell actor={actor} unread={unread}>
      {children}
    </Shell>
  );
}
