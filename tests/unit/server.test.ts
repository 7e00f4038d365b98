import { type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { addressOf, drain, listen, makeServer } from "@/scripts/server";

const state = globalThis as { ridealongDraining?: boolean };
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  state.ridealongDraining = false;
});

async function serve(handle: Parameters<typeof makeServer>[0], { trustedProxies = 0, https = false } = {}) {
  server = makeServer(handle, {
    trustedProxies,
    bodyBytes: 1000,
    uploads: { at: /^\/upload$/, bytes: 3000 },
    https,
  });
  await listen(server, 0, "127.0.0.1");
  return (server.address() as AddressInfo).port;
}

function send(port: number, headers: Record<string, string> = {}, body = "", path = "/") {
  return new Promise<{ status: number; text: string; headers: IncomingMessage["headers"] }>((done, fail) => {
    // A connection of its own: one that is kept for the next request would meet its end instead of a closed door.
    const options = { port, host: "127.0.0.1", method: "POST", path, headers, agent: false };
    const sent = request(options, async (response) => {
      let text = "";
      for await (const piece of response) text += piece;
      done({ status: response.statusCode ?? 0, text, headers: response.headers });
    });
    sent.once("error", fail);
    sent.end(body);
  });
}

test("without a proxy of our own, X-Forwarded-For changes nothing", () => {
  expect(addressOf("203.0.113.9", "10.0.0.1", 0)).toBe("203.0.113.9");
  expect(addressOf("::ffff:203.0.113.9", undefined, 0)).toBe("203.0.113.9");
});

test("one proxy is believed about the address before it, and about nothing further left", () => {
  expect(addressOf("172.18.0.2", "6.6.6.6, 203.0.113.9", 1)).toBe("203.0.113.9");
  expect(addressOf("172.18.0.2", "6.6.6.6,198.51.100.4, 203.0.113.9", 2)).toBe("198.51.100.4");
});

test("fewer entries than proxies give the furthest one that is known", () => {
  expect(addressOf("172.18.0.2", undefined, 1)).toBe("172.18.0.2");
  expect(addressOf("172.18.0.2", "203.0.113.9", 3)).toBe("203.0.113.9");
});

test("the application sees the address that we vouch for and no forged one", async () => {
  const port = await serve(async (incoming, response) => {
    response.end(JSON.stringify(incoming.headers));
  });
  const forged = {
    "x-forwarded-for": "6.6.6.6",
    "x-forwarded-host": "evil.example",
    "x-ridealong-address": "7.7.7.7",
  };
  const seen = JSON.parse((await send(port, forged)).text);
  expect(seen["x-ridealong-address"]).toBe("127.0.0.1");
  expect(seen).not.toHaveProperty("x-forwarded-for");
  expect(seen).not.toHaveProperty("x-forwarded-host");
});

test("a body that says it is too large is refused before it is read", async () => {
  const port = await serve(async (_incoming, response) => void response.end("taken"));
  expect((await send(port, {}, "x".repeat(1001))).status).toBe(413);
  expect((await send(port, {}, "x".repeat(1000))).text).toBe("taken");
});

test("a larger body is taken where files are uploaded, and nowhere else", async () => {
  const port = await serve(async (_incoming, response) => void response.end("taken"));
  expect((await send(port, {}, "x".repeat(3000), "/upload")).text).toBe("taken");
  expect((await send(port, {}, "x".repeat(3001), "/upload")).status).toBe(413);
  expect((await send(port, {}, "x".repeat(1001), "/upload/more")).status).toBe(413);
});

test("a body that does not say how large it is is cut off when it gets too large", async () => {
  const port = await serve(async (incoming, response) => {
    for await (const _piece of incoming) await pause(1);
    response.end("taken");
  });
  const endless = new Promise((done) => {
    const sent = request({ port, host: "127.0.0.1", method: "POST" }, done);
    sent.once("error", (error) => done(error.message));
    const more = setInterval(() => sent.write("x".repeat(500)), 5);
    sent.once("close", () => clearInterval(more));
  });
  expect(await endless).toMatch(/hang up|ECONNRESET|EPIPE/);
});

test("every answer of a server on https keeps the browser there, a refusal too; on http none does", async () => {
  const hsts = "strict-transport-security";
  const answer = async (_incoming: IncomingMessage, response: { end(text: string): void }) =>
    response.end("here");
  const port = await serve(answer, { https: true });
  expect((await send(port)).headers[hsts]).toBe("max-age=31536000; includeSubDomains");
  expect((await send(port, {}, "x".repeat(1001))).headers[hsts]).toBe("max-age=31536000; includeSubDomains");
  server?.close();
  expect((await send(await serve(answer))).headers[hsts]).toBeUndefined();
});

test("a handler that fails answers 500 without a word of why", async () => {
  const port = await serve(() => Promise.reject(new Error("the secret is 42")));
  const { status, text } = await send(port);
  expect(status).toBe(500);
  expect(text).not.toContain("42");
});

test("while it shuts down, it still answers what was asked, and then takes no more", async () => {
  const port = await serve(async (_incoming, response) => {
    await pause(150);
    response.end(String(state.ridealongDraining));
  });
  const asked = send(port);
  await pause(30);
  const drained = drain(server as Server, 60);
  const late = send(port, {}, "", "GET");
  expect((await asked).text).toBe("true");
  expect((await late).headers.connection).toBe("close");
  await drained;
  await expect(send(port)).rejects.toThrow(/ECONNREFUSED/);
});
