import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A page or route of the app as the file system has it. `path` is its address with the parameters in brackets. */
export type AppRoute = { path: string; file: string; kind: "page" | "route"; methods: string[] };

/** Every page and route under `app`, found on the file system, so that a new one cannot be forgotten. */
export function findAppRoutes(): AppRoute[] {
  const files = globSync("app/**/{page.tsx,route.ts,route.tsx}", { cwd: ROOT });
  return files.sort().map((file) => {
    const segments = file.split("/").slice(1, -1);
    const path = `/${segments.filter((segment) => !/^\(.*\)$/.test(segment)).join("/")}`;
    const kind = /page\.tsx$/.test(file) ? "page" : "route";
    return { path, file, kind, methods: kind === "page" ? ["GET"] : exportedMethods(read(file)) };
  });
}

/** Every server action by file and name. */
export function findServerActions(): { file: string; name: string }[] {
  const files = globSync("app/**/*.{ts,tsx}", { cwd: ROOT });
  return files
    .filter((file) => /^["']use server["']/.test(read(file)))
    .flatMap((file) => exportedNames(read(file)).map((name) => ({ file, name })))
    .sort((a, b) => `${a.file} ${a.name}`.localeCompare(`${b.file} ${b.name}`));
}

function read(file: string): string {
  return readFileSync(`${ROOT}${file}`, "utf8");
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

function exportedMethods(source: string): string[] {
  return METHODS.filter((method) =>
    new RegExp(`export (const|(async )?function) ${method}\\b|export \\{[^}]*\\b${method}\\b[^}]*\\}`).test(source),
  );
}

function exportedNames(source: string): string[] {
  return [...source.matchAll(/^export (?:const|async function) (\w+)/gm)].map((match) => match[1] as string);
}
