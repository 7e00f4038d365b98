"use client";

import { Failed } from "@/components/shell/failed";

type Props = { error: Error & { digest?: string } };

export default function PageFailed({ error }: Props) {
  return <Failed digest={error.digest} />;
}
