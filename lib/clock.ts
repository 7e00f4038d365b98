import { readFileSync } from "node:fs";
import { env } from "@/lib/env";

type Now = () => Date;

/** The offset in milliseconds that CLOCK_FILE holds: how a demonstration or a test moves a running server in time. */
function offset(): number {
  if (!env.CLOCK_FILE) return 0;
  try {
    return Number(readFileSync(env.CLOCK_FILE, "utf8")) || 0;
  } catch {
    return 0;
  }
}

const running: Now = () => new Date(Date.now() + offset());
let now: Now = running;

/** The only clock of the product. Tests and the demo story set it; nothing else does. */
export const clock = {
  /** The present instant. */
  now: (): Date => now(),
  /** Holds the clock at an instant until {@link clock.run}. */
  set(instant: Date): void {
    now = () => new Date(instant);
  },
  /** Lets the clock run again. */
  run(): void {
    now = running;
  },
};
