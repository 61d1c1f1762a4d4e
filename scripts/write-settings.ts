/** `node scripts/write-settings.ts`: writes docs/settings.md and .env.example from the settings in lib/settings-schema.ts. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./lib/settings.ts";
import { renderEnvExample, renderSettingsPage } from "./lib/settings-docs.ts";

writeFileSync(path.join(ROOT, "docs/settings.md"), renderSettingsPage());
writeFileSync(path.join(ROOT, ".env.example"), renderEnvExample());
