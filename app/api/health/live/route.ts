import { defineRoute } from "#lib/web/define-route.ts";

/** Whether the web process answers at all; nothing else is asked. For a supervisor that restarts what is dead. */
export const GET = defineRoute({ auth: "none" }, async () => ({ status: "live" }));
