import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "./root";

/** Whether a process with this id runs. */
export function alive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Whether nobody listens on this port of the loopback address or of all addresses. */
async function portIsFree(port: number) {
  for (const host of ["127.0.0.1", undefined]) {
    const free = await new Promise<boolean>((answer) => {
      const server = createServer();
      server.once("error", () => answer(false));
      server.listen({ port, host, exclusive: true }, () => server.close(() => answer(true)));
    });
    if (!free) return false;
  }
  return true;
}

/** The first free port from `wanted` on. */
export async function findPort(wanted: number) {
  for (let port = wanted; port < wanted + 50; port++) if (await portIsFree(port)) return port;
  throw new Error(`None of the ports ${wanted} to ${wanted + 49} is free.`);
}

/** A port that the system says nobody uses. */
export function freePort() {
  return new Promise<number>((answer, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? answer(address.port) : fail()));
    });
  });
}

/**
 * Ends the process with this id when ours is gone, even by `kill -9`: a shell waits on a pipe that only we hold.
 * Afterwards it deletes `folder`, if given. Gives how to dismiss the shell. Where there is none, nothing is guarded.
 */
export function guard(pid: number, signal: "INT" | "TERM", folder = "") {
  const script = `cat >/dev/null; kill -${signal} "$1" 2>/dev/null; [ -n "$2" ] || exit
    while kill -0 "$1" 2>/dev/null && sleep 0.2; do :; done; rm -rf "$2"`;
  const watcher = spawn("/bin/sh", ["-c", script, "sh", String(pid), folder], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.on("error", () => undefined);
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void } | null)?.unref();
  return () => watcher.kill("SIGKILL");
}

export type Run = { child: ChildProcess; ended: Promise<number>; stop(): Promise<void> };

/** Starts a TypeScript file of the project as a process of its own, out of reach of the terminal's Ctrl-C. */
export function runScript(file: string, args: string[], env: NodeJS.ProcessEnv, flags: string[] = []): Run {
  const child = spawn(process.execPath, [...flags, "--import", "tsx", join(root, file), ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const release = child.pid ? guard(child.pid, "TERM") : () => undefined;
  const ended = new Promise<number>((done) => {
    child.once("error", () => done(1));
    child.once("exit", (code, signal) => done(code ?? (signal ? 1 : 0)));
  }).finally(release);
  return { child, ended, stop: () => stopProcess(child, ended) };
}

async function stopProcess(child: ChildProcess, ended: Promise<number>) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await ended;
  clearTimeout(late);
}
