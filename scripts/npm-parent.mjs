/**
 * Notices that npm has gone. npm runs a command through a shell, and a shell that is asked to end does not pass that on:
 * `npm start` would end and leave the app running. Plain JavaScript, for it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 300;

/** The parent, the state and the name of a process, or null when it has gone. */
function lookUp(pid) {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name stands in brackets and may itself hold brackets and spaces.
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return { parent: Number(parent), state, name: stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")) };
    } catch {
      return null;
    }
  }
  const answer = spawnSync("ps", ["-o", "ppid=,stat=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const [parent, state, ...name] = (answer.stdout || "").trim().split(/\s+/);
  return parent ? { parent: Number(parent), state, name: name.join(" ").split("/").pop() } : null;
}

function isGone(pid) {
  const found = lookUp(pid);
  return found === null || found.state.startsWith("Z");
}

/**
 * Calls `onGone` once when the npm that runs this command ends. Does nothing for a command that was started without
 * npm, which may well be meant to outlive the shell it was typed in, and on Windows, where npm takes its children along.
 */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const found = lookUp(parent);
  if (parent <= 1 || !found) return;
  const npm = /^-?(sh|dash|bash|zsh|ash|busybox)$/.test(found.name) && found.parent > 1 ? found.parent : parent;
  const timer = setInterval(() => {
    if (process.ppid === parent && !isGone(npm)) return;
    clearInterval(timer);
    onGone();
  }, LOOK_EVERY_MS);
  timer.unref();
}
