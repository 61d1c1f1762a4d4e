import path from "node:path";
import { parseSync } from "oxc-parser";

/** Every module that a file names: imports of values and of types, re-exports, and `import()` with a fixed text. */
export function findImports(file: string, source: string): string[] {
  const { module } = parseSync(file, source);
  const names = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) =>
      textIn(source.slice(moduleRequest.start, moduleRequest.end)),
    ),
  ];
  return [...new Set(names)];
}

/** The text of a quoted piece of source; nothing when it is computed. */
function textIn(piece: string): string[] {
  const quoted = /^["'`]([^"'`$]+)["'`]$/.exec(piece.trim());
  return quoted?.[1] ? [quoted[1]] : [];
}

/**
 * Where an import leads, as the rules name places: a path from the root (`lib/store/db.ts`), `packages/zod` or
 * `packages/@scope/name` for a package, `packages/node:fs` for a part of Node. Null for what is no code (a style sheet).
 */
export function placeOf(from: string, specifier: string): string | null {
  if (/\.(css|json|svg|png)$/.test(specifier)) return null;
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  if (specifier.startsWith("node:")) return `packages/${specifier}`;
  const parts = specifier.split("/");
  return `packages/${specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]}`;
}
