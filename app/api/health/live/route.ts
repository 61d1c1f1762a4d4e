/** Whether the web process answers at all; nothing else is asked. For a supervisor that restarts what is dead. */
export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
