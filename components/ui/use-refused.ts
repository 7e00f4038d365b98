"use client";

import { useRouter } from "next/navigation";
import type { Trouble } from "./run-action";
import { useTroubleWords } from "./sentence";
import { showToast } from "./toast";

/**
 * Says in passing why a deed did not happen. What was refused was mostly decided by somebody else meanwhile: then the
 * page shows how it stands by now.
 */
export function useRefused(): (trouble: Trouble) => void {
  const words = useTroubleWords();
  const router = useRouter();
  return (trouble) => {
    showToast({ text: words(trouble), tone: "missed" });
    if (trouble.kind === "refused") router.refresh();
  };
}
