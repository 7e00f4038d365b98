import type { NextRequest } from "next/server";
import { currentActor } from "@/lib/auth";
import { findByName } from "@/lib/search/queries";
import { lookedFor } from "@/lib/search/rules";

/** What the palette offers for the letters in `q`; "not found" for who is not signed in. */
export async function GET(request: NextRequest): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 404, headers });
  return Response.json(await findByName(actor, lookedFor(request.nextUrl.searchParams.get("q"))), {
    headers,
  });
}
