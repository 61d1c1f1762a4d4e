import { ADMIN, ANNOTATOR, type Caller, EVERYBODY, READERS, WRITERS } from "./roles.ts";

/**
 * How a door turns somebody away. `account`: a page, which leads strangers to sign-in and answers 403 to a role that
 * does not reach; `api`: 401 and 403 as JSON; `visit`: leads to the page for people without a visit; `visit-api`: 401;
 * `open`: nobody is turned away by who they are.
 */
export type Door = "account" | "api" | "visit" | "visit-api" | "open";

/** Who gets through which door. */
export type RouteEntry = { door: Door; who: readonly Caller[] };

const page = (who: readonly Caller[]): RouteEntry => ({ door: "account", who });
const api = (who: readonly Caller[]): RouteEntry => ({ door: "api", who });
const visit: RouteEntry = { door: "visit", who: ANNOTATOR };
const visitApi: RouteEntry = { door: "visit-api", who: ANNOTATOR };
const open: RouteEntry = { door: "open", who: EVERYBODY };

const V = "/annotate/[entryToken]";
const S = "/studies/[studyId]";
const A = "/analysis/[analysisId]";

/** Every method of every page and route, as `METHOD /path`; one that is not here fails the test. */
export const ROUTES: Record<string, RouteEntry> = {
  "GET /": open,
  "GET /sign-in": open,
  "GET /setup/[token]": open,
  "GET /invite/[token]": open,
  "GET /api/auth/[...nextauth]": open,
  "POST /api/auth/[...nextauth]": open,
  "GET /api/health": open,
  "GET /api/health/live": open,
  "GET /api/health/ready": open,
  "GET /api/metrics": open,

  "GET /account": page(READERS),
  "GET /admin/audit": page(ADMIN),
  "GET /admin/people": page(ADMIN),

  "GET /help/database": page(READERS),

  "GET /analysis": page(READERS),
  "GET /analysis/new": page(WRITERS),
  [`GET ${A}`]: page(READERS),
  [`GET ${A}/edit`]: page(WRITERS),
  [`GET ${A}/bias`]: page(READERS),
  [`GET ${A}/leaderboard`]: page(READERS),
  [`GET ${A}/grid`]: page(READERS),
  [`GET ${A}/calibration`]: page(READERS),
  [`GET ${A}/bland-altman`]: page(READERS),
  [`GET ${A}/agreement`]: page(READERS),
  [`GET ${A}/annotators`]: page(READERS),
  [`GET ${A}/planner`]: page(READERS),
  [`GET ${A}/lines`]: page(READERS),
  [`GET ${A}/disagreements`]: page(READERS),
  [`GET ${A}/report`]: page(READERS),
  "GET /analysis/measures": page(READERS),
  "GET /analysis/planner": page(READERS),
  "GET /analysis/replication": page(READERS),
  "GET /episodes": page(READERS),
  "GET /episodes/[episodeId]": page(READERS),
  "GET /episodes/[episodeId]/raw": page(READERS),
  "GET /episodes/import": page(READERS),
  "GET /episodes/imports/[importId]": page(READERS),
  "GET /ratings": page(READERS),
  "GET /ratings/[importId]": page(READERS),
  "GET /ratings/judges": page(READERS),
  "GET /scenarios": page(READERS),
  "GET /scenarios/[scenarioId]": page(READERS),
  "GET /studies": page(READERS),
  "GET /studies/new": page(WRITERS),
  [`GET ${S}`]: page(READERS),
  [`GET ${S}/annotators`]: page(READERS),
  [`GET ${S}/edit`]: page(WRITERS),
  [`GET ${S}/export`]: page(READERS),
  [`GET ${S}/items`]: page(READERS),
  [`GET ${S}/items/add`]: page(WRITERS),
  [`GET ${S}/items/draw`]: page(WRITERS),
  [`GET ${S}/items/warnings`]: page(READERS),
  [`GET ${S}/preview`]: page(WRITERS),
  [`GET ${S}/ratings`]: page(READERS),
  [`GET ${S}/ratings/[position]`]: page(READERS),
  [`GET ${S}/settings`]: page(READERS),

  "GET /api/v1/analyses/[analysisId]/bundle": api(READERS),
  "GET /api/v1/analyses/[analysisId]/disagreements": api(READERS),
  "GET /api/v1/analyses/[analysisId]/grid-cells": api(READERS),
  "GET /api/v1/analyses/[analysisId]/reasons": api(READERS),
  "GET /api/v1/analyses/[analysisId]/views/[view]": api(READERS),
  "GET /api/v1/analyses/[analysisId]/views/[view]/tables": api(READERS),
  "GET /api/v1/episodes/[episodeId]/conflict": api(READERS),
  "POST /api/v1/episodes/[episodeId]/conflict": api(WRITERS),
  "GET /api/v1/episodes/[episodeId]/raw": api(READERS),
  "GET /api/v1/rating-imports": api(READERS),
  "POST /api/v1/rating-imports": api(WRITERS),
  "GET /api/v1/rating-imports/[importId]": api(READERS),
  "DELETE /api/v1/rating-imports/[importId]": api(WRITERS),
  "POST /api/v1/rating-imports/[importId]/cancel": api(WRITERS),
  "GET /api/v1/rating-imports/[importId]/lines": api(READERS),
  "GET /api/v1/rating-imports/[importId]/mapping": api(WRITERS),
  "POST /api/v1/rating-imports/[importId]/mapping": api(WRITERS),
  "GET /api/v1/rating-imports/[importId]/report.csv": api(READERS),
  "POST /api/v1/rating-imports/[importId]/retry": api(WRITERS),
  "GET /api/v1/imports": api(READERS),
  "GET /api/v1/places": api(READERS),
  "POST /api/v1/imports": api(WRITERS),
  "GET /api/v1/imports/[importId]": api(READERS),
  "GET /api/v1/imports/[importId]/conflicts": api(READERS),
  "POST /api/v1/imports/[importId]/conflicts": api(WRITERS),
  "GET /api/v1/imports/[importId]/lines": api(READERS),
  "GET /api/v1/imports/[importId]/report.csv": api(READERS),
  "POST /api/v1/imports/[importId]/cancel": api(WRITERS),
  "POST /api/v1/imports/[importId]/retry": api(WRITERS),
  "GET /api/v1/replication/figures.csv": api(READERS),
  "POST /api/v1/studies/draw-preview": api(WRITERS),
  "GET /api/v1/studies/[studyId]/exports/[format]": api(READERS),
  "GET /api/v1/studies/[studyId]/panel-identities": api(ADMIN),

  [`GET ${V}`]: visit,
  [`GET ${V}/no-entry`]: open,
  [`GET ${V}/start`]: visit,
  [`GET ${V}/consent`]: visit,
  [`GET ${V}/guidelines`]: visit,
  [`GET ${V}/guidelines/example`]: visit,
  [`GET ${V}/guidelines/[dimension]`]: visit,
  [`GET ${V}/check`]: visit,
  [`GET ${V}/practice`]: visit,
  [`GET ${V}/practice/[dimension]`]: visit,
  [`GET ${V}/next`]: visit,
  [`GET ${V}/rate/[assignmentId]`]: visit,
  [`GET ${V}/rate/[assignmentId]/[dimension]`]: visit,
  [`GET ${V}/rate/[assignmentId]/review`]: visit,
  [`GET ${V}/rate/[assignmentId]/skip`]: visit,
  [`GET ${V}/end`]: visit,
  [`POST ${V}/api/check`]: visitApi,
  [`POST ${V}/api/claim`]: visitApi,
  [`POST ${V}/api/consent`]: visitApi,
  [`POST ${V}/api/draft`]: visitApi,
  [`POST ${V}/api/extend`]: visitApi,
  [`POST ${V}/api/guidelines`]: visitApi,
  [`GET ${V}/api/guidelines/[dimension]`]: visit,
  [`POST ${V}/api/practice`]: visitApi,
  [`POST ${V}/api/practice/finish`]: visitApi,
  [`POST ${V}/api/skip`]: visitApi,
  [`POST ${V}/api/submit`]: visitApi,
};
