/** Ends this process in order when it is asked to, or when the process that started it has gone. */

let stopping = false;

/** Whether this process was started by one that it can talk with. */
const hadParent = process.connected === true;

/**
 * Runs `stop` once, on SIGTERM, on SIGINT, or when the starting process disappears, and then exits with 0.
 * A stop that fails or takes longer than `limitMs` ends in exit code 1.
 */
export function stopWithParent(stop: () => Promise<void>, limitMs = 10_000): void {
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), limitMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  process.on("disconnect", end);
  // It may have gone while this process was still opening; the event is over then and would be missed.
  if (hadParent && !process.connected) end();
}

/** Tells the starting process something; silently nothing when there is none. */
export function tellParent(message: object): void {
  if (process.connected) process.send?.(message);
}
