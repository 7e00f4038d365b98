import type { NextRequest } from "next/server";
import { currentActor, orNotFound, pageId } from "@/lib/auth";
import { portraitOf } from "@/lib/profiles/queries";
import { portraitAddress } from "@/lib/profiles/rules";

const mediaTypes = { PNG: "image/png", JPEG: "image/jpeg", WEBP: "image/webp" };

/**
 * The photo of a person, for whoever may see their introduction card: "not found" for everybody else. At the address
 * that changes with the photo, the browser keeps what it got; at any other, it asks again.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ personId: string }> },
): Promise<Response> {
  const actor = await currentActor();
  const personId = pageId((await params).personId);
  if (!actor) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const { type, bytes, updatedAt } = await orNotFound(portraitOf(actor, personId));
  const { pathname, search } = request.nextUrl;
  const lasting = pathname + search === portraitAddress(personId, updatedAt);
  return new Response(bytes, {
    headers: {
      "content-type": mediaTypes[type],
      "cache-control": lasting ? "private, max-age=31536000, immutable" : "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
