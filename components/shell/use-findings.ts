import { useEffect, useState } from "react";
import type { Findings } from "@/lib/search/queries";

const typingPause = 150;
const nothing: Findings = { deeds: [], cohorts: [], mentees: [], people: [] };

/**
 * What the server finds for what is typed: asked after a short pause, and what was asked before is forgotten. Without
 * the server, what was found last stays.
 * @returns what was found, and whether an answer is on its way
 */
export function useFindings(typed: string): { found: Findings; pending: boolean } {
  const [found, setFound] = useState(nothing);
  const [pending, setPending] = useState(true);
  useEffect(() => {
    const request = new AbortController();
    setPending(true);
    const timer = setTimeout(
      async () => {
        try {
          const answer = await fetch(`/find?q=${encodeURIComponent(typed)}`, { signal: request.signal });
          if (answer.ok) setFound(await answer.json());
        } catch {
          // Places can still be gone to.
        }
        if (!request.signal.aborted) setPending(false);
      },
      typed ? typingPause : 0,
    );
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [typed]);
  return { found, pending };
}
