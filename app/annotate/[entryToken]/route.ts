import type { NextRequest } from "next/server";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { deviceOf } from "#lib/domain/studies/device.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { readVisitActor, signVisitCookie, type VisitCookie } from "#lib/web/annotator-cookie.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { visitPaths } from "./visit-paths.ts";
import { seeOther } from "./visit-route.ts";

/**
 * The entry link. Takes who arrives from the address (a panel's ids, or a personal link), moves it into a signed cookie
 * and leads on to an address that says nothing about the person. Opened without any of it in a browser that is in a
 * visit already, it goes on with that visit.
 */
export const GET = defineRoute({ auth: "none" }, async ({ request, params }) => {
  const entryToken = params.entryToken ?? "";
  const paths = visitPaths(entryToken);
  const arrival = readArrival(request);
  if (!arrival.panel && !arrival.personalToken && (await readVisitActor(request, entryToken)))
    return seeOther(paths.start);
  try {
    const entered = await enterStudy(ANONYMOUS, { entryToken, ...arrival, device: readDevice(request) });
    const response = seeOther(paths.start);
    response.headers.append("set-cookie", cookieText(await signVisitCookie(entered)));
    return response;
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === "INVALID") return seeOther(paths.noEntry("panel"));
    if (error.code === "NOT_FOUND") return seeOther(paths.noEntry("link"));
    throw error;
  }
});

/** The parameters are those of Prolific; other panels are set up to send the same names. */
function readArrival(request: NextRequest) {
  const search = request.nextUrl.searchParams;
  const participantId = search.get("PROLIFIC_PID");
  const link = search.get("link");
  return {
    ...(link ? { personalToken: link.slice(0, 200) } : {}),
    ...(participantId === null
      ? {}
      : {
          panel: {
            participantId: participantId.slice(0, 200),
            panelStudyId: (search.get("STUDY_ID") ?? "").slice(0, 200),
            sessionId: (search.get("SESSION_ID") ?? "").slice(0, 200),
          },
        }),
  };
}

function readDevice(request: NextRequest) {
  return deviceOf(request.headers.get("user-agent"), request.headers.get("sec-ch-ua-mobile"));
}

function cookieText({ name, value, path, maxAge, secure }: VisitCookie): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
