import type { z } from "zod";
import { type SettingMeta, settingsSchema } from "./settings-schema.ts";

/** The settings after validation. */
export type Env = z.output<typeof settingsSchema>;

/** Bad settings: one sentence a setting in `problems`; `message` is all of them, one a line. */
export class SettingsError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** Parses settings from a set of variables; throws {@link SettingsError} naming every setting that is wrong. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = settingsSchema.safeParse(present);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map((issue) => problem(issue, present)));
  const halves = incompletePairs(parsed.data);
  if (halves.length > 0) throw new SettingsError(halves);
  return parsed.data;
}

function problem(issue: z.core.$ZodIssue, source: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const meta = settingsSchema.shape[name as keyof Env].meta() as SettingMeta | undefined;
  // A secret is never repeated: the sentence may end in a log.
  const given = meta?.secret ? "not usable" : `“${source[name]}”, which is not usable`;
  return `The setting ${name} is ${given}. ${issue.message}`;
}

const PAIRS = [
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["OIDC_ISSUER", "OIDC_ID", "OIDC_SECRET"],
] as const;

function incompletePairs(env: Env): string[] {
  return PAIRS.flatMap((names) => {
    const missing = names.filter((name) => env[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    return [`The setting ${missing.join(" and ")} is missing. Set ${names.join(", ")} together, or none of them.`];
  });
}

let cached: Env | undefined;

/** The settings of this process, read on first use and then kept. Throws {@link SettingsError}. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Forgets what {@link env} has read; for the shell commands that complete the environment, and for tests. */
export function resetEnv(): void {
  cached = undefined;
}

/** The address people type, without a trailing slash. */
export function appUrl(settings: Env = env()): string {
  return settings.APP_URL ?? `http://localhost:${settings.PORT}`;
}

/** The key that signs sessions and entry cookies. The start commands always provide it, so its absence is a defect of the start. */
export function authSecret(settings: Env = env()): string {
  if (settings.AUTH_SECRET) return settings.AUTH_SECRET;
  throw new SettingsError([
    "The setting AUTH_SECRET is missing. Start the app with npm start, which makes one, or set it.",
  ]);
}

/** Connections that one process may keep: few on the embedded database, which answers one at a time anyway. */
export function poolSize(settings: Env = env()): number {
  return settings.DATABASE_POOL ?? (settings.DATABASE_EMBEDDED ? 5 : 10);
}
