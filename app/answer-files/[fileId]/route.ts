import type { NextRequest } from "next/server";
import { currentActor, orNotFound, pageId } from "@/lib/auth";
import { answerFileHeaders } from "@/lib/training/answer-file";
import { rangeAnswer } from "@/lib/training/byte-range";
import { answerFile } from "@/lib/training/queries";

/**
 * A file that a mentor uploaded as an answer, for the mentor and for whoever may give feedback: "not found" for
 * everybody else. The bytes at an address never change, and yet are asked for each time: who may see them can. A part of
 * it is given to whoever asks for one, so that a player can begin anywhere.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const actor = await currentActor();
  const fileId = pageId((await params).fileId);
  const unkept = { "cache-control": "private, no-store" };
  if (!actor) return new Response(null, { status: 404, headers: unkept });
  const etag = `"${fileId}"`;
  // Whoever has a part of something else starts anew.
  const since = request.headers.get("if-range");
  const asked = since && since !== etag ? null : request.headers.get("range");
  const { type, name, size, range, bytes } = await orNotFound(answerFile(actor, fileId, asked));
  const { status, headers } = rangeAnswer(range, size);
  return new Response(bytes, {
    status,
    headers: { ...answerFileHeaders(type, name), ...headers, ...unkept, etag },
  });
}
