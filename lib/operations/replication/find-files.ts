import { readdir } from "node:fs/promises";
import path from "node:path";

/** Files that may hold records, by how their names end; what they really are is told by their content. */
const ENDINGS = new Set([".csv", ".tsv", ".json", ".jsonl", ".ndjson"]);

/** Folders that never hold data of a study. */
const PASSED_OVER = new Set(["node_modules"]);

/** Every file under a folder that may hold records, as paths from the folder, in alphabetical order. */
export async function findRecordFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const queue = [""];
  for (let place = queue.pop(); place !== undefined; place = queue.pop())
    for (const entry of await readdir(path.join(folder, place), { withFileTypes: true })) {
      const name = path.join(place, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".") && !PASSED_OVER.has(entry.name)) queue.push(name);
      if (entry.isFile() && ENDINGS.has(path.extname(entry.name).toLowerCase())) found.push(name);
    }
  return found.sort();
}
