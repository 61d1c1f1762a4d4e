import path from "node:path";

/** The last part of a name that may hold folders of any system; `otherwise` where nothing is left of it. */
export function plainFileName(given: string, otherwise = "episodes.jsonl"): string {
  const name = path.posix.basename(given.replaceAll("\\", "/")).replace(/\p{C}/gu, "").slice(0, 200).trim();
  return name === "" || name === "." || name === ".." ? otherwise : name;
}
