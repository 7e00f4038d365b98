import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { root } from "@/scripts/root";

/** What one server is asked at once: these mentees for that mentor, each in a request of its own. */
export type PairingRequests = { actor: Actor; enrollmentIds: string[]; nominationId: string };

/**
 * Loads the application, opens a connection for each request, says that it is ready, and asks once it is told to. On a
 * machine that has much to do, opening them all takes longer than a request waits for one: it is begun twice.
 */
const program = (requests: PairingRequests) => `
  const { clock } = await import("./lib/clock.ts");
  clock.set(new Date(${clock.now().getTime()}));
  const { db } = await import("./lib/db.ts");
  const { pairMentee } = await import("./lib/pairings/commands.ts");
  const { actor, enrollmentIds, nominationId } = ${JSON.stringify(requests)};
  const connect = () => Promise.allSettled(enrollmentIds.map(() => db.person.count()));
  await connect();
  await connect();
  console.log("ready");
  await new Promise((go) => process.stdin.once("data", go));
  const results = await Promise.allSettled(
    enrollmentIds.map((enrollmentId) => pairMentee(actor, { enrollmentId, nominationId, kind: "LEAD" })),
  );
  console.log(JSON.stringify(results.map(({ reason }) => (reason ? (reason.sentence?.key ?? String(reason)) : "done"))));
  process.exit(0);
`;

function start(requests: PairingRequests) {
  const args = ["--import", "tsx", "--input-type=module", "--eval", program(requests)];
  const env = { ...process.env, DATABASE_POOL: String(requests.enrollmentIds.length) };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const ended = once(child, "exit").then(() => output.split("\n"));
  return { child, ready: Promise.race([once(child.stdout, "data"), ended]), ended };
}

/**
 * Several servers, each a process with a pool of its own, pair mentees at the same moment. Gives what each of the
 * requests came to: "done", or the key of the sentence that refused it.
 */
export async function pairOnServers(servers: PairingRequests[]): Promise<string[]> {
  const started = servers.map(start);
  try {
    await Promise.all(started.map(({ ready }) => ready));
    for (const { child } of started) child.stdin?.write("go\n");
    const outputs = await Promise.all(started.map(({ ended }) => ended));
    return outputs.flatMap((lines) => JSON.parse(lines[1] ?? "[]") as string[]);
  } finally {
    for (const { child } of started) child.kill("SIGKILL");
  }
}
