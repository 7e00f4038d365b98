import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { root } from "@/scripts/root";

export type WorkerProcess = {
  pid: number;
  /** Every line it logged. */
  lines: string[];
  /** Ends it with a signal and gives its exit code, null when the signal killed it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

const running = new Set<ChildProcess>();

/** Starts the real worker as a process of its own on the database of this test file, and waits until it is ready. */
export async function startWorker(settings: Record<string, string> = {}): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "worker.ts"], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: "info", MAIL_FROM: "Ridealong <from@test.example>", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  const exit = once(child, "exit").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const lines: string[] = [];
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      if (line.includes("the worker is ready")) resolve();
    });
  });
  const early = exit.then((code) => {
    throw new Error(`the worker ended with ${code} before it was ready:\n${lines.join("\n")}`);
  });
  await Promise.race([ready, early]);
  early.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    lines,
    end: async (signal = "SIGTERM") => {
      child.kill(signal);
      return exit;
    },
  };
}

/** Ends every worker that a test left behind. */
export async function endWorkers(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      return exit;
    }),
  );
}
