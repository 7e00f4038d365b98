import { canAnswer } from "@/lib/organization/queries";

/** Whether this server takes requests: 503 while it shuts down or the database does not answer. */
export async function GET(): Promise<Response> {
  const draining = (globalThis as { ridealongDraining?: boolean }).ridealongDraining === true;
  const ready = !draining && (await canAnswer());
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
