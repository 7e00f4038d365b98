import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { startOidcSignIn, startPasswordSignIn } from "@/lib/sign-ins/commands";
import { hashPassword } from "@/lib/sign-ins/password";
import { resetDatabase } from "../support/database";
import { type Company, oidcClient, openCompany, unverified } from "../support/oidc-provider";
import { aPerson, mondayMorning } from "../support/rows";

const office = { address: "192.0.2.1", userAgent: null };
const appUrl = "http://localhost:3000";
let company: Company;

beforeAll(async () => {
  company = await openCompany(appUrl);
});

afterAll(() => company.stop());

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

/** A browser that keeps cookies and follows the provider's redirects, until it is sent back to the application. */
async function visit(
  address: string,
  jar: Map<string, string>,
  form?: Record<string, string>,
): Promise<Response> {
  const answer = await fetch(address, {
    redirect: "manual",
    method: form ? "POST" : "GET",
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = cookie.match(/^([^=]+)=([^;]*)/) ?? [];
    jar.set(name, value);
  }
  const next = answer.headers.get("location");
  if (!next || next.startsWith(appUrl)) return answer;
  return visit(new URL(next, address).href, jar);
}

/** Signs in at the provider as somebody, and gives what it says of them. */
async function profileOf(login: string) {
  const verifier = randomBytes(32).toString("base64url");
  const jar = new Map<string, string>();
  const asked = new URLSearchParams({
    client_id: oidcClient.id,
    response_type: "code",
    scope: "openid email",
    redirect_uri: `${appUrl}/api/auth/callback/oidc`,
    state: "state",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  const loginPage = await visit(`${company.issuer}/auth?${asked}`, jar);
  const consentPage = await visit(loginPage.url, jar, { prompt: "login", login, password: "any" });
  const back = await visit(consentPage.url, jar, { prompt: "consent" });
  const code = new URL(back.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const answer = await fetch(`${company.issuer}/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${oidcClient.id}:${encodeURIComponent(oidcClient.secret)}`).toString("base64")}`,
    },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: `${appUrl}/api/auth/callback/oidc`,
      code_verifier: verifier,
    }),
  });
  const { id_token: token } = (await answer.json()) as { id_token: string };
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as {
    sub: string;
    email?: string;
    email_verified?: boolean;
  };
}

const signInAs = async (login: string) => startOidcSignIn(await profileOf(login), office);

describe("signing in through the company's provider", () => {
  it("finds somebody by their checked address the first time, and by their subject from then on", async () => {
    const person = await aPerson({ email: "ana@test.example" });
    const first = await signInAs("ana@test.example");
    expect(first).not.toBeNull();
    await db.person.update({ where: { id: person.id }, data: { email: "new.address@test.example" } });
    const second = await signInAs("ana@test.example");
    expect(await db.signIn.findMany({ orderBy: { id: "asc" } })).toEqual(
      [first, second].map((id) => expect.objectContaining({ id, personId: person.id, method: "OIDC" })),
    );
    expect(
      (await db.auditRecord.findMany({ orderBy: { seq: "asc" } })).map((record) => record.action),
    ).toEqual(["sign-ins.linkedProvider", "sign-ins.signedIn", "sign-ins.signedIn"]);
  });

  it("lets nobody in whose address was not checked, is not here, or stands for somebody deactivated", async () => {
    await aPerson({ email: `${unverified}ana@test.example` });
    await aPerson({ email: "gone@test.example", deactivatedAt: mondayMorning });
    for (const login of [`${unverified}ana@test.example`, "gone@test.example", "nobody@test.example"]) {
      expect(await signInAs(login), login).toBeNull();
    }
    expect(await db.person.count({ where: { oidcSubject: { not: null } } })).toBe(0);
    expect([await db.signIn.count(), await db.auditRecord.count()]).toEqual([0, 0]);
  });

  it("lets nobody in who was deactivated after they were linked", async () => {
    const person = await aPerson({ email: "ana@test.example" });
    await signInAs("ana@test.example");
    await db.person.update({ where: { id: person.id }, data: { deactivatedAt: mondayMorning } });
    expect(await signInAs("ana@test.example")).toBeNull();
  });

  it("does not give an account to a second subject with the same address", async () => {
    await aPerson({ email: "ana@test.example", oidcSubject: "the first one" });
    expect(await signInAs("ana@test.example")).toBeNull();
    expect(await startOidcSignIn({ sub: "another" }, office)).toBeNull();
    const claimed = { sub: "another", email: "ana@test.example", email_verified: undefined };
    expect(await startOidcSignIn(claimed as { sub: string }, office)).toBeNull();
  });

  it("links once when two come at once, and lets both in", async () => {
    await aPerson({ email: "ana@test.example" });
    const profile = await profileOf("ana@test.example");
    const both = await Promise.all([startOidcSignIn(profile, office), startOidcSignIn(profile, office)]);
    expect(both).toEqual([expect.any(String), expect.any(String)]);
    expect(await db.auditRecord.count({ where: { action: "sign-ins.linkedProvider" } })).toBe(1);
  });

  it("leaves the password as it is", async () => {
    const password = "four green bicycles";
    await aPerson({ email: "ana@test.example", passwordHash: await hashPassword(password) });
    await signInAs("ana@test.example");
    expect(await startPasswordSignIn({ email: "ana@test.example", password }, office)).not.toBeNull();
  });
});
