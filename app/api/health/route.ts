import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { checkReadiness } from "#lib/operations/system/check-readiness.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** The same as `/api/health/ready`, under the address that people try first. */
export const GET = defineRoute({ auth: "none" }, () => checkReadiness(ANONYMOUS, {}));
