/** `npm run dev`: like `npm start`, with pages that reload as their files change. */
import { runApp } from "./lib/run-app.ts";

await runApp("dev");
