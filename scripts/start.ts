import { existsSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "./migrate";
import { pause } from "./processes";
import { root } from "./root";
import { drain, listen, makeServer, portTaken } from "./server";

Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });

/** The largest request that anything in the application is made for, but uploads. */
const bodyBytes = 2 * 1024 * 1024;
/** Where mentors upload an answer: a file of ten megabytes and the form around it. */
const uploads = { at: /^\/nominations\/[^/?]+\/training(\?|$)/, bytes: 11 * 1024 * 1024 };

class Refusal extends Error {
  constructor(
    readonly sentences: string[],
    readonly code = 1,
  ) {
    super(sentences.join("\n"));
  }
}

async function readSettings() {
  try {
    return (await import("@/lib/env")).env;
  } catch (error) {
    const { name, message } = error as Error;
    throw name === "SettingsError" ? new Refusal([message]) : error;
  }
}

const unreachable = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "57P03", "P1001", "P1002"];

/** Does something with the database, which may need a moment when it starts at the same time as we do. */
async function patiently<T>(deed: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await deed();
    } catch (error) {
      const away = unreachable.includes((error as { code?: string }).code ?? "");
      if (away && attempt < 15) await pause(2000);
      else if (away) throw new Refusal(["Ridealong does not start: the database does not answer."]);
      else throw new Refusal([`Ridealong does not start: the database refuses. ${(error as Error).message}`]);
    }
  }
}

async function start() {
  const env = await readSettings();
  if (!existsSync(join(root, ".next/BUILD_ID"))) {
    throw new Refusal(["Ridealong does not start: it is not built yet. Run npm run build first."]);
  }
  if (env.MIGRATE === "on") {
    await patiently(() => migrate(env.DATABASE_OWNER_URL ?? env.DATABASE_URL, env.DATABASE_URL));
  }
  const [{ log }, { announceFirstAdministrator, prepareInstallation }, { default: next }] = await Promise.all(
    [import("@/lib/log"), import("./first-start"), import("next")],
  );
  await patiently(prepareInstallation);
  await patiently(announceFirstAdministrator);
  const application = next({ dev: false, dir: root, port: env.PORT, hostname: env.HOST ?? "localhost" });
  const server = makeServer(application.getRequestHandler(), {
    trustedProxies: env.TRUST_PROXY,
    bodyBytes,
    uploads,
    https: new URL(env.APP_URL).protocol === "https:",
  });
  await application.prepare();
  await listen(server, env.PORT, env.HOST).catch((error) => {
    throw new Refusal(
      [`Ridealong does not start: port ${env.PORT} cannot be used. ${error.message}`],
      portTaken,
    );
  });
  log.info({ port: env.PORT }, "ready");
  const stop = async () => {
    log.info("stopping");
    await drain(server, env.DRAIN_SECONDS * 1000);
    await application.close();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(error instanceof Refusal ? error.code : 1);
}
