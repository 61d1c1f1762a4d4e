import type { AgentSeat, Turn } from "../episode.ts";
import { parseActionText } from "./action-text.ts";
import { CONTEXT_HEADER, type ContextProblem, type ContextText, readContextText } from "./context-text.ts";
import type { RepairLog } from "./fields.ts";
import { chooseTurns, leadingSeat, type TurnCandidate } from "./turn-boundaries.ts";
import { type SeatedAction, toTurns } from "./turn-list.ts";

/** What an evaluator's prompt holds: the whole context and the dialogue. */
export type LegacyTranscript = { context: ContextText; turns: Turn[] };

/** The prompt without what stands before its context, the evaluator's request, and the terminal's colour codes. */
function trimPrompt(prompt: string): string {
  const header = prompt.indexOf(CONTEXT_HEADER);
  const body = header > 0 ? prompt.slice(header) : prompt;
  const request = body.lastIndexOf("\nBased on previous interactions");
  const cut = request >= 0 ? body.slice(0, request) : body;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the prompts were captured from a coloured terminal
  return cut.replaceAll("\r\n", "\n").replace(/\u001b\[\d{0,3}m/g, "");
}

/** The exporter ends the dialogue with a comma of its own, once (and one file with a stray apostrophe). */
function withoutDanglingComma(text: string): string {
  return text.trimEnd().replace(/(?:,|(?<=[."])')$/, "");
}

// At the start of a line; a header glued to the quotation mark before it has been seen too.
const HEADER = /(?:^|\n|(?<="))[ \t]*Turn #(\d{1,4})(?:(:)[ \t]*|[ \t]*(?=\n|,?\s*$))/g;

function dialogueStartsInside(text: string, at: number): boolean {
  return text[at] !== "\n" && text[at - 1] === '"';
}

/** Every line that looks like a turn's header, with what follows it. */
function findHeaders(text: string, names: readonly [string, string]): TurnCandidate[] {
  const found: TurnCandidate[] = [];
  for (const match of text.matchAll(HEADER)) {
    const colon = match[2] !== undefined;
    let bodyStart = match.index + match[0].length;
    if (!colon && text[bodyStart] === "\n") bodyStart += 1;
    const following = text.slice(bodyStart, bodyStart + 1000);
    const spoken = leadingSeat(following.trimStart(), names, /^\s+/);
    const empty = /^[\s,]*(?:$|Turn #\d)/.test(following) || (colon && following.startsWith("\n") && !spoken);
    const isGlued = match.index > 0 && dialogueStartsInside(text, match.index);
    if (isGlued && !spoken) continue;
    found.push({
      start: match.index,
      isGlued,
      bodyStart: spoken && !empty ? bodyStart + following.length - following.trimStart().length : bodyStart,
      seat: spoken && !empty ? spoken.seat : null,
      kind: empty ? "empty" : spoken ? "action" : "odd",
      number: Number(match[1]),
      style: colon ? "colon" : "line",
      speaks: !empty && spoken?.speaks === true,
    });
  }
  return found;
}

/** One chosen turn as an action; a header with nothing after it is a silence. */
function readTurn(
  body: string,
  candidate: TurnCandidate,
  names: readonly [string, string],
  log: RepairLog,
): SeatedAction {
  if (candidate.kind === "empty") return { type: "none", text: "", agent: null };
  const spoken = leadingSeat(body, names, /^\s+/);
  const action = parseActionText(spoken ? body.slice(spoken.length) : body, log);
  if (!spoken)
    log.note("speaker-guessed", `Turn #${candidate.number} does not say who acts; the order of turns decided.`);
  // Two agents of one name cannot be told apart by it: the order of turns decides.
  const agent = spoken && names[0] !== names[1] ? ((spoken.seat + 1) as AgentSeat) : null;
  return { ...action, agent };
}

/**
 * Reads an evaluator's prompt (sotopia.md, section 1.10) into its context and turns. Headers may be `Turn #1` on a
 * line of their own or `Turn #0: `, counted from 0 or 1. A header counts only if it continues the dialogue: an
 * utterance that recites `Turn #n` lines stays one utterance, with a repair. A header with nothing after it becomes
 * a turn of type `none`.
 */
export function parseLegacyPrompt(prompt: string, log: RepairLog): LegacyTranscript | ContextProblem {
  const text = trimPrompt(prompt);
  const context = readContextText(text);
  if ("problem" in context) return context;
  const dialogue = withoutDanglingComma(text.slice(context.end));
  const candidates = findHeaders(dialogue, context.names);
  const chosen = chooseTurns(dialogue, candidates, dialogue.length);
  const recited = candidates.filter((candidate, index) => !chosen.includes(index) && candidate.kind !== "empty");
  if (recited.length > 0)
    log.note(
      "ambiguous-turn",
      `${recited.length} lines inside utterances look like turns (“Turn #${recited[0]?.number}”); they were left in the utterances.`,
    );
  if (chosen.some((index) => candidates[index]?.isGlued))
    log.note("message-form", "A turn’s header stood on the line of the turn before; it was read as a header.");
  if (context.names[0] === context.names[1])
    log.note("speaker-guessed", "Both agents have one name; the order of turns decided who acts.");
  const actions = chosen.map((index, position) => {
    const candidate = candidates[index] as TurnCandidate;
    const end = candidates[chosen[position + 1] ?? -1]?.start ?? dialogue.length;
    return readTurn(dialogue.slice(candidate.bodyStart, end), candidate, context.names, log);
  });
  if (candidates.length === 0)
    context.goals = [withoutDanglingComma(context.goals[0]), withoutDanglingComma(context.goals[1])];
  return { context, turns: toTurns(actions) };
}
