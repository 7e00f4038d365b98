import type { LogAnswer, StoredLog } from "@/lib/logs/commands";
import type { LogContent, WriteLog } from "@/lib/logs/schema";
import { type Action, runAction, type Trouble } from "../ui/run-action";
import { type DeviceStorage, KeptLog } from "./kept-log";

/** Where a log stands between the fingers and the database. */
export type DraftPhase =
  | "untouched"
  | "typing"
  | "saving"
  | "saved"
  | "offline"
  | "outdated"
  | "refused"
  | "conflict";

export type DraftView = {
  content: LogContent;
  phase: DraftPhase;
  submitted: boolean;
  /** A submitted log that its author has opened again. It is saved when it is submitted, not while it is typed. */
  correcting: boolean;
  savedAt: Date | null;
  trouble: Trouble | null;
  /** What stands in the database when ours was made on an older version. */
  theirs: StoredLog | null;
};

export type DraftTools = {
  save: Action<WriteLog, LogAnswer>;
  submit: Action<WriteLog, LogAnswer>;
  /** Null where it is not allowed. */
  storage: DeviceStorage | null;
  /** Runs something later; gives what calls it off. */
  later: (run: () => void, milliseconds: number) => () => void;
};

export type DraftOf = Pick<WriteLog, "enrollmentId" | "day"> & {
  personId: string;
  stored: StoredLog | null;
  /** What a log that nobody has begun starts with. */
  start: LogContent;
};

const pause = 900;
const nextTry = 15_000;

/**
 * One log while it is written: keeps every change on this device at once, saves it a moment after the last one, tries
 * again while the server cannot be reached, and on a conflict holds both sides until somebody chose.
 */
export class LogDraft {
  private readonly device: KeptLog;
  private readonly listeners = new Set<() => void>();
  private version: number;
  private wantsSubmit = false;
  private sending = false;
  private callOff = () => {};
  private view: DraftView;

  constructor(
    readonly of: DraftOf,
    private readonly tools: DraftTools,
  ) {
    this.device = new KeptLog(tools.storage, of);
    this.version = of.stored?.version ?? 0;
    this.view = {
      content: of.stored?.content ?? of.start,
      phase: of.stored ? "saved" : "untouched",
      submitted: of.stored?.state === "SUBMITTED",
      correcting: false,
      savedAt: of.stored?.updatedAt ?? null,
      trouble: null,
      theirs: null,
    };
  }

  read = (): DraftView => this.view;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Takes up what this device kept when it could not be sent. Called once the page stands. */
  resume(): void {
    const kept = this.device.read();
    if (!kept || sameContent(kept.content, this.view.content)) return;
    this.version = kept.version;
    this.wantsSubmit = kept.submits;
    this.show({ content: kept.content, phase: "typing", correcting: this.view.submitted });
    if (!this.view.submitted || this.wantsSubmit) void this.send();
  }

  change(part: Partial<LogContent>): void {
    const torn = this.view.phase === "conflict";
    this.show({ content: { ...this.view.content, ...part }, phase: torn ? "conflict" : "typing" });
    this.keep();
    if (!this.view.submitted && !torn) this.sendLater(pause);
  }

  /** Sends what has not been sent: when the page is left, or the device is online again. */
  flush = (): void => {
    const waits = this.view.phase === "typing" || this.view.phase === "offline";
    if (waits && (!this.view.submitted || this.wantsSubmit)) void this.send();
  };

  submit(): Promise<void> {
    this.wantsSubmit = true;
    this.keep();
    return this.send();
  }

  /** Opens a submitted log again. */
  correct(): void {
    this.show({ correcting: true });
  }

  /** Ends a conflict with this content, which replaces what stands there. */
  settle(content: LogContent): void {
    const { theirs } = this.view;
    if (!theirs) return;
    this.version = theirs.version;
    const submitted = theirs.state === "SUBMITTED";
    const isTheirs = sameContent(content, theirs.content);
    const phase = isTheirs ? "saved" : "typing";
    this.show({ content, submitted, theirs: null, phase, correcting: submitted && !isTheirs });
    if (isTheirs) this.device.forget();
    else this.keep();
    if (!isTheirs && (!submitted || this.wantsSubmit)) void this.send();
  }

  private async send(): Promise<void> {
    this.callOff();
    if (this.sending || this.view.phase === "conflict") return;
    this.sending = true;
    const { content } = this.view;
    const submits = this.wantsSubmit;
    this.show({ phase: "saving", trouble: null });
    const { enrollmentId, day } = this.of;
    const deed = submits ? this.tools.submit : this.tools.save;
    const outcome = await runAction(deed, { ...content, enrollmentId, day, version: this.version });
    this.sending = false;
    if (!outcome.done) return this.failed(outcome.trouble);
    if (outcome.data?.conflict) return this.show({ phase: "conflict", theirs: outcome.data.conflict });
    if (outcome.data?.saved) this.saved(outcome.data.saved, this.view.content === content, submits);
  }

  private saved(log: Omit<StoredLog, "content">, isLatest: boolean, submits: boolean): void {
    this.version = log.version;
    if (submits) this.wantsSubmit = false;
    const submitted = log.state === "SUBMITTED";
    const isDone = isLatest && !this.wantsSubmit;
    if (isDone) this.device.forget();
    else this.keep();
    const correcting = submitted && !isLatest;
    this.show({ submitted, correcting, savedAt: log.updatedAt, phase: isDone ? "saved" : "typing" });
    if (!isDone && (!submitted || this.wantsSubmit)) this.sendLater(0);
  }

  private failed(trouble: Trouble): void {
    this.keep();
    if (trouble.kind === "unreached") {
      this.show({ phase: "offline", trouble: null });
      this.sendLater(nextTry);
    } else {
      this.wantsSubmit = false;
      this.show({ phase: trouble.kind === "stale" ? "outdated" : "refused", trouble });
    }
  }

  private show(change: Partial<DraftView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }

  private sendLater(milliseconds: number): void {
    this.callOff();
    this.callOff = this.tools.later(() => void this.send(), milliseconds);
  }

  private keep(): void {
    const { content } = this.view;
    this.device.keep({ version: this.version, content, submits: this.wantsSubmit });
  }
}

function sameContent(one: LogContent, other: LogContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
