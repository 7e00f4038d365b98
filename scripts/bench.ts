import { parseArgs } from "node:util";
import { measureMatching } from "./bench/matching";
import { median, shoot, type Weight, weigh } from "./bench/measure";
import { makeOrganizations, type Size, startCountingPostgres } from "./bench/organizations";
import { type BenchPage, barePage, pageParts, pagesOf } from "./bench/pages";
import { type Findings, listOf, measuresOf, tableOf } from "./bench/report";
import { openSite, type Site } from "./bench/site";
import { build } from "./build";

/** What can be measured by itself. Matching needs no servers. */
const parts = [...pageParts, "matching"] as const;
type Only = (typeof parts)[number] | undefined;

const usage = `npm run bench -- [--only ${parts.join(" | ")}] [--json]`;
const rounds = 7;
const warmUpSeconds = 2;

const open: { stop(): Promise<void> }[] = [];
let stopping: Promise<void> | undefined;

/** Ends what was started here, in the opposite order, once. */
function stop() {
  stopping ??= (async () => {
    for (const one of open.reverse()) await one.stop().catch(() => undefined);
  })();
  return stopping;
}

function keep<One extends { stop(): Promise<void> }>(one: One) {
  open.push(one);
  return one;
}

function readOptions() {
  try {
    const { values } = parseArgs({ options: { only: { type: "string" }, json: { type: "boolean" } } });
    if (values.only && !parts.includes(values.only as (typeof parts)[number]))
      throw new Error(`There is no part ${values.only}.`);
    return { only: values.only as Only, json: values.json ?? false };
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

async function openSites() {
  say("Making an organization of 2,000 people, and one of 20,000");
  const postgres = keep(await startCountingPostgres());
  const grounds = await makeOrganizations(postgres);
  const sites = new Map<Size, Site>();
  for (const [size, ground] of grounds) sites.set(size, keep(await openSite(ground)));
  return sites;
}

type Shots = { speed: number[]; ratio: number[]; growth: number[] };

/**
 * In each round every page is shot at, at both sizes and between two shots at the bare page: what slows the machine down
 * for a while, or while it works, slows down what is compared as well, and the median forgets the rest.
 */
async function shootInRounds(sites: ReadonlyMap<Size, Site>, pages: readonly BenchPage[]) {
  const [site, large] = [sites.get(1), sites.get(10)];
  if (!site || !large) throw new Error("There is nothing to measure.");
  const shots = new Map<string, Shots>();
  for (const page of [barePage, ...pages]) {
    shots.set(page.name, { speed: [], ratio: [], growth: [] });
    for (const one of sites.values()) await shoot(one, page, warmUpSeconds);
  }
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds}`);
    for (const page of pages) {
      const before = await shoot(site, barePage);
      const speed = await shoot(site, page);
      const bare = (before + (await shoot(site, barePage))) / 2;
      const speedOfLarge = await shoot(large, page);
      shots.get(barePage.name)?.speed.push(bare);
      const own = shots.get(page.name);
      own?.speed.push(speed);
      own?.ratio.push(speed / bare);
      own?.growth.push(speed / speedOfLarge);
    }
  }
  return shots;
}

/** Of the two sizes the heavier: no page may have grown with the organization. */
async function weighAtBoth(sites: ReadonlyMap<Size, Site>, page: BenchPage): Promise<Weight> {
  const weights: Weight[] = [];
  for (const site of sites.values()) weights.push(await weigh(site, page));
  const most = (what: keyof Weight) => Math.max(...weights.map((weight) => weight[what]));
  return { statements: most("statements"), html: most("html"), javascript: most("javascript") };
}

async function measurePages(pages: readonly BenchPage[]): Promise<Findings[]> {
  await build();
  const sites = await openSites();
  const weights = new Map<string, Weight>();
  for (const page of [barePage, ...pages]) weights.set(page.name, await weighAtBoth(sites, page));
  const shots = await shootInRounds(sites, pages);
  return [barePage, ...pages].map(({ name, part }) => {
    const { speed, ratio, growth } = shots.get(name) as Shots;
    const weight = weights.get(name) as Weight;
    return { name, part, speed: median(speed), ratio: median(ratio), growth: median(growth), ...weight };
  });
}

/** Measures one part, or everything. Gives whether all targets are met. */
async function bench(only: Only, json: boolean) {
  const findings = only === "matching" ? [] : await measurePages(pagesOf(only));
  const matching = only && only !== "matching" ? [] : await measureMatching(say);
  const measures = [...findings.flatMap(measuresOf), ...matching];
  if (json) for (const measure of measures) console.log(JSON.stringify(measure));
  else {
    if (findings.length > 0) console.log(`\n${tableOf(findings)}`);
    if (matching.length > 0) console.log(`\n${listOf(matching)}`);
  }
  return measures.every(({ holds }) => holds);
}

const { only, json } = readOptions();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void stop().then(() => process.exit(130)));
}
try {
  process.exitCode = (await bench(only, json)) ? 0 : 1;
} catch (error) {
  if (!stopping) console.error((error as Error).message);
  process.exitCode = 2;
} finally {
  await stop();
}
