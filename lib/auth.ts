import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { cache } from "react";
import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { env, oidc } from "@/lib/env";
import { encodeSentence, NotFoundError, UserError } from "@/lib/errors";
import { log, traceOf } from "@/lib/log";
import { endOwnSignIn, startOidcSignIn, startPasswordSignIn } from "@/lib/sign-ins/commands";
import { actorOfSignIn } from "@/lib/sign-ins/queries";

// next-auth reads its own address from the process, not from its options.
process.env.NEXTAUTH_URL = env.APP_URL;

const secure = env.APP_URL?.startsWith("https:") ?? false;
const cookieName = secure ? "__Host-ridealong" : "ridealong";
const thirtyDays = 30 * 24 * 60 * 60;

/** Where a request comes from: set by our own server, never taken from what the client says of itself. */
async function origin() {
  const list = await headers();
  return { address: list.get("x-ridealong-address") ?? "unknown", userAgent: list.get("user-agent") };
}

const passwordProvider = CredentialsProvider({
  id: "password",
  name: "password",
  credentials: { email: {}, password: {} },
  async authorize(credentials) {
    const given = { email: credentials?.email ?? "", password: credentials?.password ?? "" };
    const signInId = await startPasswordSignIn(given, await origin()).catch(asSentence);
    return signInId ? { id: signInId } : null;
  },
});

/** next-auth shows the message of what is thrown to the browser: a sentence for the person, and never anything else. */
function asSentence(error: unknown): never {
  if (error instanceof UserError) throw new Error(encodeSentence(error.sentence));
  const digest = crypto.randomUUID().slice(0, 8);
  log.error({ digest, ...traceOf(error) }, "sign-in failed");
  throw new Error(encodeSentence({ key: "errors.unexpected", values: { digest } }));
}

type OidcProfile = { sub: string; email?: string; email_verified?: boolean };

const oidcProvider = oidc && {
  id: "oidc",
  name: oidc.name,
  type: "oauth" as const,
  wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  authorization: { params: { scope: "openid email" } },
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  idToken: true,
  checks: ["pkce" as const, "state" as const, "nonce" as const],
  profile: (profile: OidcProfile) => ({ id: profile.sub }),
};

export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  session: { strategy: "jwt", maxAge: thirtyDays },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  cookies: {
    sessionToken: { name: cookieName, options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
  },
  providers: oidcProvider ? [passwordProvider, oidcProvider] : [passwordProvider],
  callbacks: {
    async signIn({ user, account, profile }) {
      if (account?.provider !== "oidc") return true;
      const signInId = await startOidcSignIn(profile as OidcProfile, await origin());
      if (!signInId) return "/sign-in?error=unknown";
      user.id = signInId;
      return true;
    },
    // The token carries the id of a SignIn row and nothing else; nothing that a browser sends can change it.
    jwt: ({ token, user }) => (user ? { signInId: user.id } : { signInId: token.signInId }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    // Whoever kept a copy of the cookie has nothing after its owner signed out.
    async signOut({ token }) {
      if (typeof token?.signInId === "string") await endOwnSignIn(token.signInId);
    },
  },
};

/** The id of the SignIn row that this request's cookie names; null when there is none or it is forged or expired. */
const currentSignInId = cache(async (): Promise<string | null> => {
  const token = (await cookies()).get(cookieName)?.value;
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: env.AUTH_SECRET });
    return typeof claims?.signInId === "string" ? claims.signInId : null;
  } catch {
    return null;
  }
});

/** Who asks, read from the database once in each request; null when nobody is signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const signInId = await currentSignInId();
  return signInId ? actorOfSignIn(signInId, clock.now()) : null;
});

/** Who asks; sends a visitor to the sign-in page, from where they come back to this one. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const from = (await headers()).get("x-ridealong-path");
  redirect(from && from !== "/" ? `/sign-in?from=${encodeURIComponent(from)}` : "/sign-in");
}

/** The address and the browser of whoever asks, for limits and the list of sign-ins. */
export const requestOrigin = origin;

/** What a page asked for, or the "not found" page when it is out of reach. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

/** An id from the address of a page, or the "not found" page when it cannot be one: the database takes only ids. */
export function pageId(given: string): string {
  if (!z.uuid().safeParse(given).success) notFound();
  return given;
}
