import type { NextRequest } from "next/server";
import { currentActor, orNotFound, pageId } from "@/lib/auth";
import { answerFileHeaders } from "@/lib/training/answer-file";
import { answerFile } from "@/lib/training/queries";

/**
 * A file that a mentor uploaded as an answer, for the mentor and for whoever may give feedback: "not found" for
 * everybody else. The bytes at an address never change, and yet are asked for each time: who may see them can.
 */
export async function GET(
  _: NextRequest,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const actor = await currentActor();
  const fileId = pageId((await params).fileId);
  const unkept = { "cache-control": "private, no-store" };
  if (!actor) return new Response(null, { status: 404, headers: unkept });
  const { type, name, bytes } = await orNotFound(answerFile(actor, fileId));
  return new Response(bytes, { headers: { ...answerFileHeaders(type, name), ...unkept } });
}
