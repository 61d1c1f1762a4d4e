/** The worker process: takes jobs from the queue until it is told to stop, then finishes or gives back what it holds. */
import { env } from "#lib/env.ts";
import { Dispatcher } from "#lib/jobs/dispatcher.ts";
import { closeQueue, getQueue } from "#lib/jobs/queue.ts";
import { log } from "#lib/log.ts";
import { stopWithParent, tellParent } from "#lib/parent-process.ts";
import { closeDb } from "#lib/store/db.ts";
import { handlers } from "./handlers.ts";

/** How long running jobs may take to end by themselves, and how long after that to let go, in ms. */
const GRACE_MS = 8_000;
const LIMIT_MS = 13_000;

const dispatcher = new Dispatcher(await getQueue(true), handlers, env().WORKER_CONCURRENCY, log());
dispatcher.start();

stopWithParent(async () => {
  await dispatcher.stop(GRACE_MS);
  await closeQueue();
  await closeDb();
}, LIMIT_MS);

process.on("unhandledRejection", (error) => log().error({ err: error }, "A promise failed and nobody waited for it"));
log().debug("The worker takes jobs");
tellParent({ ready: true });
