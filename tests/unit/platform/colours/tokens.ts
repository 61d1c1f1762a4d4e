import { readFileSync } from "node:fs";

/** Where the rules with the tokens begin. */
const RULES = { light: ":root {", dark: "@variant dark {" } as const;

/** The tokens of one rule of app/tokens.css by name (`--paper`), as written; throws where there is no such rule. */
export function readTokens(rule: keyof typeof RULES): Record<string, string> {
  const css = readFileSync("app/tokens.css", "utf8");
  const from = css.indexOf(RULES[rule]);
  if (from < 0) throw new Error(`app/tokens.css has no rule ${RULES[rule]}`);
  const body = css.slice(from, css.indexOf("}", from));
  return Object.fromEntries([...body.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
}
