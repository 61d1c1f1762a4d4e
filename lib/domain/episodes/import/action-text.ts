import type { ActionType } from "../episode.ts";
import type { RepairLog } from "./fields.ts";

/** What one agent did: an action type and its text (empty for `leave` and `none`). */
export type ParsedAction = { type: ActionType; text: string };

const SAID = /^said:\s*/;
const MARKED = /^\[(non-verbal communication|action)\][ \t]*/;
const PRIVATE = /^\[private to (?:\[[^\]\n]{0,400}\]|[^\]\n]{0,400})\]\s*/;

/**
 * True when a text, with the name already taken off, begins like an action that SOTOPIA renders: `said:`,
 * `[action]`, `[non-verbal communication]`, `left the conversation`, `did nothing`.
 */
export function startsLikeAction(text: string): boolean {
  const body = text.replace(PRIVATE, "");
  return /^(?:said:|\[(?:non-verbal communication|action)\]|left the conversation|did nothing)/.test(body);
}

/** True when a text, with the name already taken off, is speech that opens its quotation mark. */
export function startsLikeSpeech(text: string): boolean {
  return /^said:\s*"/.test(text.replace(PRIVATE, ""));
}

/**
 * Takes the quotation marks off a spoken text. The first and the last mark delimit it, so that quotes inside the
 * utterance stay. Marks doubled by the model (`""Hi""`) are taken off too, when none is left inside.
 */
function unquote(text: string, log: RepairLog): string {
  const start = text.startsWith('"') ? 1 : 0;
  const trimmed = text.trimEnd();
  const end = start === 1 && trimmed.length > 1 && trimmed.endsWith('"') ? trimmed.length - 1 : text.length;
  const inner = text.slice(start, end);
  const again = inner.trim();
  if (again.length > 2 && again.startsWith('"') && again.endsWith('"') && !again.slice(1, -1).includes('"')) {
    log.note("doubled-quotes", "An utterance stood in doubled quotation marks; one pair was taken off.");
    return again.slice(1, -1);
  }
  return inner;
}

/**
 * Reads a rendered action without its agent's name (sotopia.md, section 2.5). A text in none of the known forms is
 * kept whole as an `action` with a repair. Utterances are not parsed any further: tags in speech stay as they are.
 */
export function parseActionText(rendered: string, log: RepairLog): ParsedAction {
  let text = rendered.trim();
  if (PRIVATE.test(text)) {
    text = text.replace(PRIVATE, "");
    log.note("private-message", "A message was addressed to one agent in private; it is shown like any other.");
  }
  if (text === "" || /^did nothing[.,]?$/.test(text)) return { type: "none", text: "" };
  if (/^left the conversation[.,'"\s]*$/.test(text)) return { type: "leave", text: "" };
  if (SAID.test(text)) return { type: "speak", text: unquote(text.replace(SAID, ""), log) };
  const marked = MARKED.exec(text);
  if (marked) return { type: marked[1] as ActionType, text: text.slice(marked[0].length) };
  log.note("message-form", "A message was in none of SOTOPIA’s forms; its text is kept whole as an action.");
  return { type: "action", text };
}
