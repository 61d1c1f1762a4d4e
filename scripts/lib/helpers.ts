import type { ChildProcess } from "node:child_process";

/** Short-lived programs that a command has started (a build, a check); they end when the command ends. */
const running = new Set<ChildProcess>();

/** Remembers a helper program until it ends. */
export function track<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Ends the helper programs that still run. */
export function endHelpers(): void {
  for (const child of running) child.kill("SIGTERM");
}
