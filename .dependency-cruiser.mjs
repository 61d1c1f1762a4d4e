/**
 * Who may import whom. The rules start from “no”: each floor has the list of what it may import, and everything that is
 * not on the list is refused with a sentence that says where the code belongs. docs/architecture.md has the reasons.
 * Read by scripts/lib/import-rules.ts, which names packages `packages/<name>` and parts of Node `packages/node/<name>`.
 */

const REACT = "^packages/(react|react-dom)$";
const NEXT = "^packages/next$";
const ZOD = "^packages/zod$";
const NODE = "^packages/node/";
const DOMAIN = "^lib/domain/";
/** Small modules that every floor of a server may use: settings, log, metrics, the request in hand. */
const BASE = "^lib/(env|log|metrics|request-scope|parent-process)\\.ts$";

/** What each setting may be: for `lib/env.ts` that reads them, and for the command that writes their pages. */
const SETTINGS = "^lib/settings-schema\\.ts$";

/** @typedef {{ name: string, from: string, notFrom?: string, may: string[], sentence: string }} Floor */

/** @type {Floor[]} */
const FLOORS = [
  {
    name: "app",
    from: "^(app/|proxy\\.ts$|instrumentation\\.ts$)",
    notFrom: "^app/api/auth/",
    may: [
      "^app/",
      "^components/",
      "^lib/(web|operations)/",
      DOMAIN,
      BASE,
      "^lib/auth/provider-list\\.ts$",
      NEXT,
      REACT,
      ZOD,
      NODE,
      "^packages/@fontsource-variable/",
    ],
    sentence:
      "A page or route asks one operation and composes components. Rows and queries belong in lib/store behind an operation, request handling in lib/web.",
  },
  {
    name: "app-sign-in",
    from: "^app/api/auth/",
    may: ["^app/", "^lib/(web|operations|auth)/", DOMAIN, BASE, NEXT, ZOD, "^packages/next-auth$"],
    sentence: "The sign-in route may reach lib/auth beside what every route may reach, and nothing deeper.",
  },
  {
    name: "components",
    from: "^components/",
    notFrom: "^components/(charts|analysis/bundle)/",
    may: ["^components/", DOMAIN, NEXT, REACT, "^packages/(@base-ui/react)$"],
    sentence:
      "A component gets data by props and tells of events by props. Let the page call the operation and pass the result or the server action down; pure rules belong in lib/domain.",
  },
  {
    name: "components-bundle",
    from: "^components/analysis/bundle/",
    may: ["^components/", DOMAIN, NEXT, REACT, "^packages/fflate$"],
    sentence:
      "components/analysis/bundle packs files in the browser and is the only importer of fflate. Everything else is as for any component.",
  },
  {
    name: "components-charts",
    from: "^components/charts/",
    may: ["^components/(charts|ui)/", REACT, "^lib/domain/shared/", "^packages/recharts$"],
    sentence:
      "components/charts draws numbers under labels and is the only importer of recharts. What a number means belongs in components/analysis.",
  },
  {
    name: "components-ui",
    from: "^components/ui/",
    may: ["^components/ui/", NEXT, REACT, "^lib/domain/shared/", "^packages/(@base-ui/react)$"],
    sentence:
      "components/ui holds parts that could ship in another product. What knows a noun of ours belongs in that noun's own folder.",
  },
  {
    name: "web",
    from: "^lib/web/",
    may: ["^lib/(web|auth)/", DOMAIN, BASE, NEXT, REACT, ZOD, NODE, "^packages/(jose|@fastify/busboy)$"],
    sentence: "lib/web turns requests into actors and answers. It asks no operation and no table: the route does that.",
  },
  {
    name: "operations",
    from: "^lib/operations/",
    may: [
      "^lib/(operations|store|jobs|auth|export-files)/",
      DOMAIN,
      BASE,
      ZOD,
      NODE,
      "^packages/(csv-parse|csv-stringify)$",
    ],
    sentence:
      "An operation orders decisions (lib/domain) and queries (lib/store). It knows no request and no screen: those belong in lib/web, app and components.",
  },
  {
    name: "jobs",
    from: "^lib/jobs/",
    may: ["^lib/(jobs|store)/", DOMAIN, BASE, ZOD, NODE, "^packages/(pg-boss|pino)$"],
    sentence:
      "lib/jobs carries work to the worker. What a job does belongs in an operation, which worker/handlers.ts names.",
  },
  {
    name: "auth",
    from: "^lib/auth/",
    may: ["^lib/(auth|store)/", DOMAIN, BASE, NODE, "^packages/(next-auth|jose|@node-rs/argon2)$"],
    sentence:
      "lib/auth knows passwords, sessions and providers. Cookies and headers belong in lib/web, decisions in lib/operations.",
  },
  {
    name: "store",
    from: "^lib/store/",
    may: [
      "^lib/store/",
      DOMAIN,
      BASE,
      ZOD,
      NODE,
      "^packages/(@prisma/client|@prisma/adapter-pg|pg|rate-limiter-flexible)$",
    ],
    sentence:
      "lib/store asks the database and answers plain objects. A rule belongs in lib/domain, an order of steps in lib/operations.",
  },
  {
    name: "export-files",
    from: "^lib/export-files/",
    may: ["^lib/export-files/", DOMAIN, NODE, "^packages/(csv-stringify|hyparquet-writer|yazl)$"],
    sentence:
      "lib/export-files writes bytes in a format. What stands in a file belongs in lib/domain or in the export's operation.",
  },
  {
    name: "domain",
    from: "^lib/domain/",
    may: [DOMAIN, ZOD, "^packages/(pure-rand|jstat)$"],
    sentence:
      "lib/domain touches nothing: no database, no clock, no Node, no framework. What touches one belongs in lib/store, lib/web or lib/operations, and is given here as an argument.",
  },
  {
    name: "base",
    from: "^lib/[^/]+\\.ts$",
    may: [BASE, SETTINGS, ZOD, NODE, "^packages/(pino|prom-client)$"],
    sentence:
      "The files directly in lib are for every floor and therefore know none. What knows a floor belongs on it.",
  },
  {
    name: "worker",
    from: "^worker/",
    may: ["^worker/", "^lib/(operations|jobs)/", "^lib/domain/access/", BASE, "^lib/store/db\\.ts$", NODE],
    sentence: "The worker names an operation for each kind of job. What a job does belongs in that operation.",
  },
  {
    name: "scripts",
    from: "^scripts/",
    may: [
      "^scripts/",
      "^lib/(operations|jobs|domain)/",
      BASE,
      SETTINGS,
      "^lib/store/(db|pool|migrate|migrations)\\.ts$",
      "^tests/support/servers\\.ts$",
      "^prisma/seed\\.ts$",
      NODE,
      "^\\.dependency-cruiser\\.mjs$",
      "^packages/(pg|oxc-parser|dependency-cruiser|pglite-prisma-adapter|@electric-sql/pglite|@prisma/driver-adapter-utils|@playwright/test)$",
    ],
    sentence:
      "A shell command is an entry like a route: it asks an operation. Only opening, migrating and serving the database is its own.",
  },
  {
    name: "seeds",
    from: "^prisma/",
    may: ["^prisma/", "^lib/(domain|store|operations)/", NODE, ZOD],
    sentence: "Seeds go through operations and the store, as the app does.",
  },
];

/** Which room of the domain may know which other room. A room that is not named here may know only itself. */
const DOMAIN_ORDER = {
  shared: [],
  statistics: ["shared"],
  dimensions: ["shared"],
  scenarios: ["shared"],
  access: ["shared"],
  episodes: ["shared", "dimensions", "scenarios"],
  annotations: ["shared", "dimensions", "episodes"],
  studies: ["shared", "dimensions", "episodes", "annotations"],
  "rating-imports": ["shared", "dimensions", "episodes"],
  analysis: ["shared", "statistics", "dimensions", "annotations"],
};

function floorRule({ name, from, notFrom, may, sentence }) {
  return {
    name,
    severity: "error",
    comment: sentence,
    from: { path: from, ...(notFrom ? { pathNot: notFrom } : {}) },
    to: { pathNot: may },
  };
}

function domainRule([room, known]) {
  return {
    name: `domain-${room}`,
    severity: "error",
    comment: `lib/domain/${room} may know ${["only itself", ...known].join(", ")}. Move what both need into a room that both may know, or turn the need around.`,
    from: { path: `^lib/domain/${room}/` },
    to: { path: DOMAIN, pathNot: `^lib/domain/(${[room, ...known].join("|")})/` },
  };
}

const ELSEWHERE = {
  name: "unknown-place",
  severity: "error",
  comment:
    "This folder is on no floor of the house. Put the file where docs/architecture.md has a place for what it touches.",
  from: { path: "^(?!app/|components/|lib/|worker/|scripts/|prisma/|e2e/|tests/|bench/|packages/|[^/]+$)" },
  to: {},
};

const UNKNOWN_FLOOR = {
  name: "unknown-floor",
  severity: "error",
  comment:
    "This folder of lib is no floor of the house. Its file belongs on one of those in docs/architecture.md, or the house needs a decision record.",
  from: { path: "^lib/(?!(domain|store|operations|web|auth|jobs|export-files)/)[^/]+/" },
  to: {},
};

const UNKNOWN_ROOM = {
  name: "unknown-room",
  severity: "error",
  comment:
    "This room of lib/domain has no place in the order of rooms. Give it one in .dependency-cruiser.mjs, with what it may know.",
  from: { path: `^lib/domain/(?!(${Object.keys(DOMAIN_ORDER).join("|")})/)` },
  to: {},
};

const TESTS_STAY_OUT = {
  name: "tests-stay-out",
  severity: "error",
  comment:
    "What is made for tests and measurements is never part of the app. Move the shared part down to where both may reach it.",
  from: { path: "^(app|components|lib|worker|prisma)/|^proxy\\.ts$" },
  to: { path: "^(tests|e2e|bench)/" },
};

const NO_CIRCLES = {
  name: "no-circles",
  severity: "error",
  comment: "These files need each other in a circle. Move what both need into a third file below them.",
  from: { path: "^(app|components|lib|worker|scripts|prisma|e2e)/" },
  to: { circular: true },
};

function operationsRule(operations) {
  const escaped = operations.map((file) => file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return {
    name: "operations-do-not-call-operations",
    severity: "error",
    comment: "An operation never calls another: a shared step is a decision (lib/domain) or a query (lib/store).",
    from: { path: "^lib/operations/" },
    to: { path: `^(${escaped.join("|") || "-"})(\\.mjs)?$` },
  };
}

/**
 * All rules. Paths end in `.mjs` in the copy that is checked, so patterns that end a name allow for it.
 * @param {string[]} operations the files that hold an operation
 */
function rulesFor(operations) {
  const rules = [
    ...FLOORS.map(floorRule),
    ...Object.entries(DOMAIN_ORDER).map(domainRule),
    ELSEWHERE,
    UNKNOWN_FLOOR,
    UNKNOWN_ROOM,
    TESTS_STAY_OUT,
    NO_CIRCLES,
  ];
  return [...rules.map(allowSuffix), operationsRule(operations)];
}

/** `name.ts$` also as `name.ts.mjs`, `packages/zod$` also as `packages/zod.mjs`. */
function allowSuffix(rule) {
  const loosen = (pattern) => (typeof pattern === "string" ? pattern.replace(/\$(?=\)?$|\|)/g, "(\\.mjs)?$") : pattern);
  const loosenAll = (part) =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, Array.isArray(value) ? value.map(loosen) : loosen(value)]),
    );
  return { ...rule, from: loosenAll(rule.from), to: loosenAll(rule.to) };
}

export default { rulesFor };
