/** `npm start`: database, web and worker in one go. */
import { runApp } from "./lib/run-app.ts";

await runApp("start");
