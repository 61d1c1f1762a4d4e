import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { checkReadiness } from "#lib/operations/system/check-readiness.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** Whether requests can be served: 200 when the database answers, 503 when not. For a load balancer. */
export const GET = defineRoute({ auth: "none" }, () => checkReadiness(ANONYMOUS, {}));
