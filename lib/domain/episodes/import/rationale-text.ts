import { SOTOPIA_DIMENSION_IDS, type SotopiaDimensionId } from "#lib/domain/dimensions/sotopia-dimensions.ts";

/** Other spellings of SOTOPIA's dimension keys in published files. */
const OTHER_KEYS: Record<string, SotopiaDimensionId> = {
  socialrules: "social_rules",
  "social rules": "social_rules",
  financial: "financial_and_material_benefits",
  financial_and_material: "financial_and_material_benefits",
};

/** SOTOPIA's id for a dimension key in any known spelling, or null for a custom dimension or another field. */
export function dimensionIdOf(key: string): SotopiaDimensionId | null {
  const spelled = key.trim().toLowerCase();
  return SOTOPIA_DIMENSION_IDS.find((id) => id === spelled) ?? OTHER_KEYS[spelled] ?? null;
}

/** One agent's rationales by dimension: one of the seven, or a further one by its own name. */
type RationalesOfAgent = Partial<Record<string, string>>;

/** The words of a judge: per agent and dimension, and why the environment says that the episode ended. */
export type Rationales = {
  agents: [RationalesOfAgent, RationalesOfAgent];
  endReason: string;
};

const LINE_KEY = /(?:^|\n)[ \t]*([A-Za-z][\w -]{1,78}):/g;

/** Cuts one agent's comments at the first line start of each dimension key; later ones belong to the text. */
function readComments(text: string, further: ReadonlySet<string>): RationalesOfAgent {
  const heads: { id: string; start: number; from: number }[] = [];
  for (const match of text.matchAll(LINE_KEY)) {
    const key = match[1] ?? "";
    const id = dimensionIdOf(key) ?? (further.has(key.trim()) ? key.trim() : null);
    if (!id || heads.some((head) => head.id === id)) continue;
    heads.push({ id, start: match.index, from: match.index + match[0].length });
  }
  const out: RationalesOfAgent = {};
  heads.forEach((head, index) => {
    out[head.id] = text.slice(head.from, heads[index + 1]?.start ?? text.length).trim();
  });
  return out;
}

/** The position just after the first line that is exactly a header, and where that line begins. */
function findHeader(text: string, header: string, from: number): { start: number; after: number } | null {
  for (let at = text.indexOf(header, from); at >= 0; at = text.indexOf(header, at + 1)) {
    if (at === 0 || text[at - 1] === "\n") return { start: at, after: at + header.length };
  }
  return null;
}

/**
 * Reads a record's `reasoning` (sotopia.md, section 1.9) by its fixed headers: texts may hold newlines. Missing
 * parts give empty results; a text in another layout gives no rationale at all.
 * @param further names of dimensions beside the seven that the judge rated
 */
export function parseRationales(reasoning: string, further: readonly string[] = []): Rationales {
  const names = new Set(further);
  const text = reasoning.replaceAll("\r\n", "\n");
  const first = findHeader(text, "Agent 1 comments:", 0);
  const second = findHeader(text, "Agent 2 comments:", first?.after ?? 0);
  const environment = text.slice(0, first?.start ?? second?.start ?? text.length);
  const ended = /^Environment comments:\s*(?:terminated:)?([\s\S]*)$/.exec(environment);
  return {
    agents: [
      first ? readComments(text.slice(first.after, second?.start ?? text.length), names) : {},
      second ? readComments(text.slice(second.after), names) : {},
    ],
    endReason: (ended?.[1] ?? "").trim().replace(/;$/, "").trim(),
  };
}
