/** `node scripts/find-chromium.ts`: finds a Chromium or installs one, and writes where it is as its last line. */
import { findOrInstallChromium } from "./lib/chromium.ts";

const found = findOrInstallChromium();
if (found) console.log(found);
process.exitCode = found ? 0 : 1;
