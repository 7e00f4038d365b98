import pino from "pino";
import { env } from "@/lib/env";

/** The log of this process: one JSON object a line. It holds ids and digests, never names, notes, addresses or tokens. */
export const log = pino({ level: env.LOG_LEVEL ?? "info", base: { pid: process.pid } });

/** What may be written of an error: its kind and where it came from, not what it was about. */
export function traceOf(error: unknown): { kind: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  const stack = error.stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 12)
    .join("\n");
  return { kind: error.name, ...(typeof code === "string" ? { code } : {}), ...(stack ? { stack } : {}) };
}
