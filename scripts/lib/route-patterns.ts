import { readdirSync } from "node:fs";
import path from "node:path";

/** One step of the table: fixed elements by name, one that takes anything, one that takes all that is left. */
type Node = { fixed: Map<string, Node>; any?: { name: string; node: Node }; rest?: string; isRoute: boolean };

const ROUTE_FILE = /^(page\.tsx|route\.ts)$/;
/** Folders that give an address no element. */
const GROUP = /^\(.*\)$/;
const newNode = (): Node => ({ fixed: new Map(), isRoute: false });

/** Where the element that a folder stands for is kept. */
function stepInto(node: Node, folder: string): Node {
  if (GROUP.test(folder)) return node;
  const dynamic = /^\[([^.\]]+)\]$/.exec(folder)?.[1];
  if (dynamic) {
    node.any ??= { name: dynamic, node: newNode() };
    return node.any.node;
  }
  const found = node.fixed.get(folder) ?? newNode();
  node.fixed.set(folder, found);
  return found;
}

function addFolder(node: Node, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) node.isRoute ||= ROUTE_FILE.test(entry.name);
    else if (/^\[\[?\.\.\./.test(entry.name)) node.rest = entry.name;
    else addFolder(stepInto(node, entry.name), path.join(folder, entry.name));
  }
}

/**
 * Makes the function that names the route of an address: `/studies/7c…` is `/studies/[studyId]`. The routes are those of
 * the folder `app`. An address that no route has gives null, never itself, since it may hold anything. Give it no query.
 */
export function routePatterns(appFolder: string): (pathname: string) => string | null {
  const root = newNode();
  addFolder(root, appFolder);
  return (pathname) => {
    let node = root;
    let pattern = "";
    for (const element of pathname.split("/")) {
      if (element === "") continue;
      const fixed = node.fixed.get(element);
      if (fixed) pattern += `/${element}`;
      else if (node.any) pattern += `/[${node.any.name}]`;
      else return node.rest ? `${pattern}/${node.rest}` : null;
      node = fixed ?? (node.any as { node: Node }).node;
    }
    return node.isRoute ? pattern || "/" : null;
  };
}
