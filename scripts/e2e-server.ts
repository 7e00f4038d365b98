import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { oidcClient, openCompany } from "../tests/support/oidc-provider";
import { settingsFor, startServer, tellStory } from "./company";
import { applicationLogin, type Ground } from "./ground";
import { migrate } from "./migrate";
import { createDatabase, type Postgres, startTemporaryPostgres } from "./postgres";
import { type Run, runScript } from "./processes";

/**
 * What the end-to-end tests run against: a server and a worker as in production, on a database of their own that
 * holds the demo story, with a mail server that writes each mail to a file, a provider through which the company's
 * people sign in, and a clock that a file moves.
 * Playwright starts and stops it; E2E_PORT and E2E_FOLDER say where.
 */
const port = Number(process.env.E2E_PORT);
const folder = process.env.E2E_FOLDER ?? "";
const runs: Run[] = [];
let close: () => Promise<void> = async () => undefined;

const given = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
const embedded = !given;

async function openServer(): Promise<Postgres> {
  if (!given) return startTemporaryPostgres();
  const url = (database: string) => Object.assign(new URL(given), { pathname: database }).href;
  const name = new URL(given).pathname.slice(1);
  const stop = async () => {
    const client = new pg.Client({ connectionString: url(name) });
    await client.connect();
    await client.query(`DROP DATABASE ridealong_e2e_${process.pid} WITH (FORCE)`);
    await client.end();
  };
  return { url: (database) => url(database === "postgres" ? name : database), stop };
}

async function openGround(): Promise<Ground> {
  const postgres = await openServer();
  const name = `ridealong_e2e_${process.pid}`;
  await createDatabase(postgres, name);
  const ownerUrl = postgres.url(name);
  const applicationUrl = embedded
    ? await applicationLogin(ownerUrl, randomBytes(24).toString("hex"))
    : ownerUrl;
  await migrate(ownerUrl, applicationUrl);
  return { ownerUrl, applicationUrl, embedded, stop: postgres.stop };
}

/** Takes every mail and keeps it as `mail/0001.eml`, in the order of arrival. */
function receiveMail() {
  mkdirSync(join(folder, "mail"), { recursive: true });
  let received = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData(stream, _session, taken) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        received += 1;
        writeFileSync(
          join(folder, "mail", `${String(received).padStart(4, "0")}.eml`),
          Buffer.concat(pieces),
        );
        taken();
      });
    },
  });
  return new Promise<number>((done) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      done(address && typeof address === "object" ? address.port : 0);
    });
  });
}

async function main() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "clock"), "0");
  const ground = await openGround();
  close = ground.stop;
  const company = await openCompany(`http://localhost:${port}`);
  const own = {
    AUTH_SECRET: randomBytes(48).toString("base64"),
    DEMO_PASSWORD: "ride-along-end-to-end",
    SMTP_URL: `smtp://127.0.0.1:${await receiveMail()}`,
    MAIL_FROM: "Ridealong <ridealong@test.example>",
    CLOCK_FILE: join(folder, "clock"),
    OIDC_ISSUER: company.issuer,
    OIDC_CLIENT_ID: oidcClient.id,
    OIDC_CLIENT_SECRET: oidcClient.secret,
    OIDC_NAME: "Brightline",
  };
  const keep = (run: Run) => void runs.push(run);
  // A test that starts a server of its own on the same database begins with these.
  writeFileSync(join(folder, "settings.json"), JSON.stringify(settingsFor(ground, port, own)), {
    mode: 0o600,
  });
  await tellStory(ground, settingsFor(ground, port, { ...own, SMTP_URL: "" }), keep);
  keep(runScript("worker.ts", [], settingsFor(ground, port, own)));
  await startServer(port, () => settingsFor(ground, port, own), keep);
}

async function stop(code: number) {
  await Promise.all(runs.map((run) => run.stop()));
  await close();
  process.exit(code);
}

process.once("SIGTERM", () => void stop(0));
process.once("SIGINT", () => void stop(0));

try {
  await main();
} catch (error) {
  console.error(error);
  await stop(1);
}
