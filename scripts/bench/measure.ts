import { gzipSync } from "node:zlib";
import autocannon from "autocannon";
import type { BenchPage } from "./pages";
import type { Site } from "./site";

const secondsAShot = 2;
const connections = 8;

/** Asks for a page as often as the server can answer, for a moment. Gives the requests per second. */
export async function shoot(site: Site, page: BenchPage, seconds = secondsAShot) {
  const result = await autocannon({
    url: site.addressOf(page),
    headers: { cookie: site.cookieOf(page) },
    connections,
    duration: seconds,
  });
  const answered = result["2xx"];
  if (result.non2xx || result.errors || !answered) {
    throw new Error(`${page.path} did not always answer: ${result.non2xx} refused, ${result.errors} errors.`);
  }
  return answered / result.duration;
}

/** What one request costs, whatever the machine: statements, bytes of HTML, compressed bytes of JavaScript. */
export type Weight = { statements: number; html: number; javascript: number };

async function read(site: Site, page: BenchPage) {
  const answer = await fetch(site.addressOf(page), {
    headers: { cookie: site.cookieOf(page) },
    redirect: "manual",
  });
  const html = await answer.text();
  // A page that is refused after its frame was sent says so in the body.
  if (answer.status !== 200 || html.includes("NEXT_HTTP_ERROR_FALLBACK") || !html.includes("<h1")) {
    throw new Error(`${page.path} answers ${answer.status} to the ${page.who}, or without a heading.`);
  }
  return html;
}

/**
 * The files that a browser loads for a page, the way it does: scripts of the document, and those that its data names
 * for the client components in it. Not the one for browsers that know no modules.
 */
function scriptsOf(html: string) {
  const current = html.replace(/<script[^>]*\bnoModule\b[^>]*>/gi, "");
  const paths = current.match(/\/_next\/static\/[\w./~()[\]%-]+\.js/g) ?? [];
  return new Set(paths);
}

async function javascriptOf(site: Site, page: BenchPage, html: string) {
  let bytes = 0;
  for (const path of scriptsOf(html)) {
    const answer = await fetch(new URL(path, site.addressOf(page)));
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return bytes;
}

/** Weighs a page that has been asked for before, so that nothing is counted that is only done once. */
export async function weigh(site: Site, page: BenchPage): Promise<Weight> {
  const counts: number[] = [];
  let html = "";
  for (let request = 0; request < 3; request++) {
    await site.countStatements();
    html = await read(site, page);
    counts.push(await site.countStatements());
  }
  return {
    statements: Math.max(...counts),
    html: Buffer.byteLength(html),
    javascript: await javascriptOf(site, page, html),
  };
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
