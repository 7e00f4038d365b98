import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
/** `uploads` says at which addresses files are taken, and how large a request may be there. */
type Limits = {
  trustedProxies: number;
  bodyBytes: number;
  uploads: { at: RegExp; bytes: number };
  https: boolean;
};

/** What the server's process ends with when its port is taken, so that the demo can try the next one. */
export const portTaken = 75;

/** Once this is true, /api/health/ready answers 503 and a proxy sends nobody here any more. */
const shared = globalThis as { ridealongDraining?: boolean };

/**
 * The address that a request comes from, which sign-in is throttled by. Only as many entries of X-Forwarded-For are
 * believed, from the right, as there are proxies of our own: whatever stands further left the sender may have made up.
 */
export function addressOf(socketAddress: string, forwardedFor: string | undefined, trustedProxies: number) {
  const hops = [...(forwardedFor ?? "").split(","), socketAddress].map((hop) => hop.trim()).filter(Boolean);
  const address = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? socketAddress;
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}

/** Gives the application the one address it may trust, and nothing forged beside it. */
function cleanHeaders(request: IncomingMessage, trustedProxies: number) {
  const forwarded = request.headers["x-forwarded-for"];
  const list = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  request.headers["x-ridealong-address"] = addressOf(
    request.socket.remoteAddress ?? "",
    list,
    trustedProxies,
  );
  if (trustedProxies > 0) return;
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete request.headers[name];
  }
}

function refuse(response: ServerResponse, status: number, sentence: string) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end(`${sentence}\n`);
}

/** A body that does not say how long it is gets watched while it arrives. */
function watchLength(request: IncomingMessage, limit: number) {
  const before = request.socket.bytesRead;
  const watch = setInterval(() => {
    if (request.socket.bytesRead - before > limit * 1.1) request.socket.destroy();
    if (request.complete || request.destroyed) clearInterval(watch);
  }, 100);
  request.once("close", () => clearInterval(watch));
}

/**
 * The web server around the application: trusted addresses, limits to how long and how large a request may be, and
 * an end without a broken answer. Where people open it with https, each answer says that they always have to.
 */
export function makeServer(handle: Handler, { trustedProxies, bodyBytes, uploads, https }: Limits): Server {
  const server = createServer(
    {
      // Ten megabytes from a phone take a while.
      requestTimeout: 90_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 2_000,
    },
    (request, response) => {
      cleanHeaders(request, trustedProxies);
      if (https) response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
      if (shared.ridealongDraining) response.setHeader("connection", "close");
      const most = uploads.at.test(request.url ?? "") ? uploads.bytes : bodyBytes;
      if (Number(request.headers["content-length"] ?? 0) > most) {
        return refuse(response, 413, "This is too large.");
      }
      if (request.headers["transfer-encoding"]) watchLength(request, most);
      handle(request, response).catch(() => {
        if (response.headersSent) response.destroy();
        else refuse(response, 500, "Something went wrong.");
      });
    },
  );
  server.on("upgrade", (_request, socket) => socket.destroy());
  return server;
}

export function listen(server: Server, port: number, host: string | undefined) {
  return new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen({ port, host }, () => {
      server.off("error", fail);
      done();
    });
  });
}

/** Says that no more may come, lets what is on its way arrive, and waits for every answer to be sent. */
export async function drain(server: Server, graceMilliseconds: number) {
  shared.ridealongDraining = true;
  await new Promise((done) => setTimeout(done, graceMilliseconds));
  const closed = new Promise<void>((done) => server.close(() => done()));
  const impatient = setTimeout(() => server.closeAllConnections(), 20_000);
  // A connection that was busy becomes idle with its answer, and would be kept for the next request.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(sweeping);
  clearTimeout(impatient);
}
