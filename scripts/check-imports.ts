/** `node scripts/check-imports.ts`: says which imports break the rules of the house, and where the code belongs. */
import { findImportViolations } from "./lib/import-rules.ts";

const violations = await findImportViolations();
for (const { from, to, sentence } of violations) console.error(`${from}\n  imports ${to}\n  ${sentence}\n`);
console.log(
  violations.length === 0 ? "Every import keeps to the rules." : `${violations.length} imports break the rules.`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
