import type { Env } from "#lib/env.ts";
import { SETTING_GROUPS, type SettingMeta, settingsSchema } from "#lib/settings-schema.ts";

type Listed = { name: string; meta: SettingMeta; fallback: string };

/** Every setting with what is said of it and the value it has when it is left out. */
function listSettings(): Listed[] {
  const defaults = settingsSchema.parse({}) as Record<string, unknown>;
  return Object.keys(settingsSchema.shape).map((name) => {
    const meta = settingsSchema.shape[name as keyof Env].meta() as SettingMeta;
    const value = defaults[name];
    const fallback = value === undefined ? "" : typeof value === "boolean" ? (value ? "1" : "0") : String(value);
    return { name, meta, fallback };
  });
}

/** `docs/settings.md`, whole: one table a group. */
export function renderSettingsPage(): string {
  const tables = SETTING_GROUPS.map((group) => {
    const rows = listSettings()
      .filter(({ meta }) => meta.group === group)
      .map(
        ({ name, meta, fallback }) => `| \`${name}\` | ${fallback ? `\`${fallback}\`` : "–"} | ${meta.description} |`,
      );
    return `## ${group}\n\n| setting | without it | what it does |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  return [
    "# Settings",
    "",
    "A setting is an environment variable, or a line of a file `.env` beside `package.json` (what is set in the environment wins).",
    "None has to be set. All are checked at start: a wrong one is named in a sentence, and nothing starts.",
    "",
    "This page and `.env.example` are written by `node scripts/write-settings.ts` from `lib/settings-schema.ts`.",
    "",
    ...tables,
    "## Several machines",
    "",
    "Set the same `DATABASE_URL`, `AUTH_SECRET` and `APP_URL` on each, let `DATA_DIR` be one shared folder (uploads wait there",
    "for a worker), and run `npm run web` and `npm run worker` as often as wanted. Put a proxy with https in front and set `TRUST_PROXY=1`.",
    "",
  ].join("\n");
}

/** `.env.example`, whole: every setting that a person may set, commented out. */
export function renderEnvExample(): string {
  const parts = SETTING_GROUPS.filter((group) => group !== "Set by the app itself").map((group) => {
    const lines = listSettings()
      .filter(({ meta }) => meta.group === group)
      .map(({ name, meta, fallback }) => `# ${meta.description}\n#${name}=${meta.example ?? fallback}`);
    return `# ── ${group} ──\n${lines.join("\n")}\n`;
  });
  return `# Copy to .env and uncomment what you want to change. docs/settings.md says more.\n\n${parts.join("\n")}`;
}
