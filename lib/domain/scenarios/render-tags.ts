/** Who reads a tagged profile text: the raters and the judge (`environment`), or the agent in one seat (0-based). */
export type TagViewer = "environment" | `agent_${number}`;

/** The tags that profile texts may carry; an agent sees no text inside any other tag. */
const PROFILE_TAGS = ["root", "p", "extra_info", "strategy_hint", "clarification_hint"] as const;

// A closing or an opening tag. A `<` that starts neither is a stray character.
const TOKEN = /<\/([A-Za-z_][\w.-]*)\s*>|<([A-Za-z_][\w.-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Drops XML comments; one that is never closed takes the rest, as in XML. */
function withoutComments(text: string): string {
  let out = "";
  let position = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", position)) {
    out += text.slice(position, start);
    const end = text.indexOf("-->", start + 4);
    if (end < 0) return out;
    position = end + 3;
  }
  return out + text.slice(position);
}

/** Undoes XML's character references, once; an `&` that starts none stays. Stray `<` vanish, as in the original. */
function plainText(text: string): string {
  return text
    .replaceAll("<", "")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

/** Does a tag hide its text from this viewer? The environment sees everything; `root` is only a wrapper. */
function hides(tag: string, attributes: string, viewer: TagViewer, tags: readonly string[]): boolean {
  if (viewer === "environment" || tag === "root") return false;
  if (!tags.includes(tag)) return true;
  const stated = /\bviewer\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
  if (!stated) return false;
  // A viewer that nobody knows hides the text from agents: better unread than leaked.
  return (stated[1] ?? stated[2]) !== viewer;
}

/**
 * Renders a profile text (a scenario, a goal, a biography) for one viewer, following SOTOPIA's rules: tags are
 * removed; an agent sees the text of a recognised tag unless its `viewer` names somebody else, and no text inside an
 * unrecognised tag; text after a tag belongs to the parent and is shown. Unclosed tags end with the text.
 * One difference on purpose: a `viewer` on the outermost tag is obeyed (the original overlooks it and leaks).
 * Only for profile texts: what an agent says is never parsed.
 */
export function renderTags(tagged: string, viewer: TagViewer, tags: readonly string[] = PROFILE_TAGS): string {
  if (!tagged.includes("<") && !tagged.includes("&")) return tagged;
  const text = withoutComments(tagged);
  const open: { tag: string; hidden: boolean }[] = [];
  let out = "";
  let position = 0;
  const hiddenNow = () => open.some((entry) => entry.hidden);
  const take = (piece: string) => {
    if (piece !== "" && !hiddenNow()) out += plainText(piece);
  };
  for (const match of text.matchAll(TOKEN)) {
    take(text.slice(position, match.index));
    position = match.index + match[0].length;
    const [, closing, opening, attributes, selfClosing] = match;
    if (closing !== undefined) {
      const at = open.findLastIndex((entry) => entry.tag === closing);
      if (at >= 0) open.length = at;
    } else if (opening !== undefined && selfClosing !== "/") {
      open.push({ tag: opening, hidden: hides(opening, attributes ?? "", viewer, tags) });
    }
  }
  take(text.slice(position));
  return out;
}

/** True when agents and raters would read different texts: part of it is meant for one viewer only. */
export function hasViewerTags(text: string): boolean {
  return /<[A-Za-z_][\w.-]*\s[^<>]{0,200}\bviewer\s*=/.test(text);
}
