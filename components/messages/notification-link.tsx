"use client";

import Link from "next/link";
import { type ReactNode, useTransition } from "react";
import { runAction } from "@/components/ui/run-action";
import { markRead } from "@/lib/messages/actions";

/** A notification as a link to what it is about. Whoever follows it has read it. */
export function NotificationLink({
  messageId,
  href,
  read,
  children,
}: {
  messageId: string;
  href: string;
  read: boolean;
  children: ReactNode;
}) {
  const [, start] = useTransition();
  return (
    <Link
      href={href}
      prefetch={false}
      onClick={() => {
        if (!read) start(async () => void (await runAction(markRead, { messageId })));
      }}
      className="font-medium text-ink no-underline after:absolute after:inset-0 hover:underline"
    >
      {children}
    </Link>
  );
}
