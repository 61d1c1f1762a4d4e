import { z } from "zod";

/** What the documentation says of a setting. `group` is its heading in the table; `example` stands in `.env.example`. */
export type SettingMeta = { group: SettingGroup; description: string; example?: string; secret?: boolean };

/** The headings under which the settings are listed, in this order. */
export const SETTING_GROUPS = [
  "Address",
  "Data",
  "Sign-in",
  "Work",
  "Watching",
  "Tests",
  "Set by the app itself",
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

const DATABASE_URL_FORM = "Give an address such as postgresql://user:password@host:5432/name.";

/** A whole number written in digits, within bounds, both included. */
function whole(min: number, max: number) {
  const sentence = `Give a whole number from ${min} to ${max}.`;
  return z
    .string()
    .regex(/^\d+$/, sentence)
    .transform(Number)
    .refine((value) => value >= min && value <= max, sentence);
}

/** An absolute http or https address without a trailing slash. */
function webAddress(example: string) {
  const sentence = `Give a full address such as ${example}, without a path.`;
  return z
    .string()
    .refine((value) => /^https?:\/\/[^/\s]+\/?$/.test(value) && URL.canParse(value), sentence)
    .transform((value) => value.replace(/\/$/, ""));
}

function yesNo() {
  return z
    .enum(["0", "1", "false", "true", "no", "yes"], { error: "Give 1 for yes or 0 for no." })
    .transform((value) => value === "1" || value === "true" || value === "yes");
}

function postgresAddress() {
  return z.string().refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), DATABASE_URL_FORM);
}

function described<Schema extends z.ZodType>(schema: Schema, meta: SettingMeta): Schema {
  return schema.meta(meta) as Schema;
}

/**
 * Every setting, in the order of the documentation. A setting is an environment variable; an empty one counts as absent.
 * Adding one here adds it to `docs/settings.md` and `.env.example` (run `node scripts/write-settings.ts`).
 */
export const settingsSchema = z.object({
  PORT: described(whole(1, 65_535).default(3000), {
    group: "Address",
    description: "Port that the web server listens on.",
    example: "3000",
  }),
  HOST: described(z.string().default("0.0.0.0"), {
    group: "Address",
    description: "Address that the web server listens on; 127.0.0.1 admits this machine only.",
    example: "0.0.0.0",
  }),
  APP_URL: described(webAddress("https://studio.example.org").optional(), {
    group: "Address",
    description:
      "Address that people type. It stands in links and decides which origins may send forms. Without it: http://localhost and the port.",
    example: "https://studio.example.org",
  }),
  TRUST_PROXY: described(yesNo().default(false), {
    group: "Address",
    description: "1 where a proxy in front writes X-Forwarded-For; otherwise that header is ignored.",
    example: "1",
  }),
  DATABASE_URL: described(postgresAddress().optional(), {
    group: "Data",
    description: "PostgreSQL to use. Without it the embedded database in the data folder is used.",
    example: "postgresql://studio:password@localhost:5432/studio",
    secret: true,
  }),
  DATABASE_POOL: described(whole(1, 200).optional(), {
    group: "Data",
    description: "Connections that one process keeps. Without it: 10, or 5 on the embedded database.",
    example: "10",
  }),
  DATA_DIR: described(z.string().default(".data"), {
    group: "Data",
    description: "Folder of the embedded database, uploads and generated secrets. Back it up.",
    example: ".data",
  }),
  UPLOAD_MAX_MB: described(whole(1, 100_000).default(1024), {
    group: "Data",
    description: "Largest file that may be uploaded, in megabytes.",
    example: "1024",
  }),
  AUTH_SECRET: described(
    z.string().min(32, "Give at least 32 characters; for example the output of: openssl rand -hex 32").optional(),
    {
      group: "Sign-in",
      description:
        "Key that signs sessions and entry cookies. Without it one is made once and kept in the data folder.",
      example: "at-least-32-random-characters-000",
      secret: true,
    },
  ),
  GITHUB_ID: described(z.string().optional(), { group: "Sign-in", description: "Client id of a GitHub OAuth app." }),
  GITHUB_SECRET: described(z.string().optional(), { group: "Sign-in", description: "Its secret.", secret: true }),
  GOOGLE_ID: described(z.string().optional(), { group: "Sign-in", description: "Client id of a Google OAuth app." }),
  GOOGLE_SECRET: described(z.string().optional(), { group: "Sign-in", description: "Its secret.", secret: true }),
  OIDC_ISSUER: described(z.url("Give the issuer's full address.").optional(), {
    group: "Sign-in",
    description: "Issuer of another OpenID Connect provider.",
    example: "https://login.example.org/realms/lab",
  }),
  OIDC_ID: described(z.string().optional(), { group: "Sign-in", description: "Client id at that provider." }),
  OIDC_SECRET: described(z.string().optional(), { group: "Sign-in", description: "Its secret.", secret: true }),
  WORKER_CONCURRENCY: described(whole(1, 64).default(2), {
    group: "Work",
    description: "Jobs that one worker process runs at the same time.",
    example: "2",
  }),
  LOG_LEVEL: described(
    z
      .enum(["trace", "debug", "info", "warn", "error", "silent"], {
        error: "Give trace, debug, info, warn, error or silent.",
      })
      .default("info"),
    { group: "Watching", description: "Least important log line that is written.", example: "info" },
  ),
  METRICS_TOKEN: described(z.string().min(16, "Give at least 16 characters.").optional(), {
    group: "Watching",
    description:
      "Token that /api/metrics asks for (Authorization: Bearer …). Without it only this machine may read them.",
    secret: true,
  }),
  CHROMIUM_PATH: described(z.string().optional(), {
    group: "Tests",
    description: "Chromium that the browser tests drive. Without it one is looked for.",
    example: "/usr/bin/chromium",
  }),
  TEST_DATABASE_URL: described(postgresAddress().optional(), {
    group: "Tests",
    description: "PostgreSQL server on which the tests make and drop databases. Without it 127.0.0.1:5432 is tried.",
    example: "postgresql://postgres@127.0.0.1:5432/postgres",
    secret: true,
  }),
  DATABASE_EMBEDDED: described(yesNo().default(false), {
    group: "Set by the app itself",
    description: "1 where DATABASE_URL leads to the embedded database, which is one process and wants small pools.",
  }),
});
