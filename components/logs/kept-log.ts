import type { LogContent, WriteLog } from "@/lib/logs/schema";

/** The browser's storage, as much of it as a log needs. */
export type DeviceStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

type Kept = { version: number; content: LogContent; submits: boolean };

export const keptUnder = (personId: string) => `ridealong.log.${personId}.`;

/** What is kept of one log on this device until the server has it. */
export class KeptLog {
  private readonly key: string;

  constructor(
    private readonly storage: DeviceStorage | null,
    of: Pick<WriteLog, "enrollmentId" | "day"> & { personId: string },
  ) {
    this.key = `${keptUnder(of.personId)}${of.enrollmentId}.${of.day}`;
  }

  read(): Kept | null {
    const text = this.storage?.getItem(this.key);
    if (!text) return null;
    try {
      const kept = JSON.parse(text) as Partial<Kept>;
      return typeof kept.version === "number" && kept.content ? (kept as Kept) : null;
    } catch {
      return null;
    }
  }

  keep(kept: Kept): void {
    try {
      this.storage?.setItem(this.key, JSON.stringify(kept));
    } catch {
      // A full or forbidden storage costs the safety net, not the log: it is still sent.
    }
  }

  forget(): void {
    this.storage?.removeItem(this.key);
  }
}
