"use client";

import { Failed } from "@/components/shell/failed";

type Props = { error: Error & { digest?: string }; unstable_retry: () => void };

export default function PageFailed({ error, unstable_retry }: Props) {
  return <Failed digest={error.digest} again={unstable_retry} />;
}
