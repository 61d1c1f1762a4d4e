import type { AgentSeat, Turn } from "../episode.ts";
import { parseActionText } from "./action-text.ts";
import type { RepairLog } from "./fields.ts";
import { chooseTurns, leadingSeat, type TurnCandidate } from "./turn-boundaries.ts";
import { type SeatedAction, toTurns } from "./turn-list.ts";

/** Every place at the start of a paragraph where one of the two names is followed by an action. */
function findParagraphs(text: string, names: readonly [string, string]): TurnCandidate[] {
  const found: TurnCandidate[] = [];
  const tryAt = (start: number, bodyStart: number) => {
    const spoken = leadingSeat(text.slice(bodyStart, bodyStart + 1000), names, /^:?\s+/);
    if (spoken)
      found.push({
        start,
        bodyStart,
        seat: spoken.seat,
        kind: "action",
        number: null,
        style: "bare",
        speaks: spoken.speaks,
      });
  };
  tryAt(0, text.length - text.trimStart().length);
  for (let at = text.indexOf("\n\n"); at >= 0; at = text.indexOf("\n\n", at + 1)) {
    if (text[at + 2] !== "\n") tryAt(at, at + 2);
  }
  return found;
}

/** Reads one paragraph; every further pair of newlines at its end is a turn in which nobody did anything. */
function readParagraph(body: string, names: readonly [string, string], log: RepairLog): SeatedAction[] {
  const spoken = leadingSeat(body, names, /^:?\s+/);
  const own = body.trimEnd();
  const silences = Math.floor((body.length - own.length) / 2);
  const agent = spoken && names[0] !== names[1] ? ((spoken.seat + 1) as AgentSeat) : null;
  const action: SeatedAction = { ...parseActionText(own.slice(spoken?.length ?? 0), log), agent };
  return [action, ...Array.from({ length: silences }, (): SeatedAction => ({ type: "none", text: "", agent: null }))];
}

/**
 * Reads the dialogue of an export (`social_interactions`: one turn a paragraph, sotopia.md section 1.11). Anything
 * before the first turn is context and is passed over. An utterance may hold paragraphs of its own.
 */
export function parseSocialInteractions(whole: string, names: readonly [string, string], log: RepairLog): Turn[] {
  const contextEnd = whole.lastIndexOf("Conversation Starts:");
  const text = (contextEnd >= 0 ? whole.slice(contextEnd + 20) : whole).replaceAll("\r\n", "\n").trim();
  const candidates = findParagraphs(text, names);
  const chosen = chooseTurns(text, candidates, text.length);
  const recited = candidates.length - chosen.length;
  if (recited > 0)
    log.note(
      "ambiguous-turn",
      `${recited} paragraphs inside utterances look like turns; they were left in the utterances.`,
    );
  const actions = chosen.flatMap((index, position) => {
    const candidate = candidates[index] as TurnCandidate;
    const end = candidates[chosen[position + 1] ?? -1]?.start ?? text.length;
    return readParagraph(text.slice(candidate.bodyStart, end), names, log);
  });
  return toTurns(actions);
}
