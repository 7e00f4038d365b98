/** Whether the process runs. It asks nobody else, so that a database that is away does not restart the server. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { "cache-control": "no-store" } });
}
