import type { AgentSeat, Turn } from "../episode.ts";
import { parseActionText } from "./action-text.ts";
import { CONTEXT_HEADER, type ContextText, readContextText } from "./context-text.ts";
import type { RepairLog } from "./fields.ts";
import { leadingSeat } from "./turn-boundaries.ts";
import { type SeatedAction, toTurns } from "./turn-list.ts";

/** The contexts that each agent was given (seat 1 first, null when missing), the two names, and the dialogue. */
export type ReadMessages = {
  names: [string, string];
  contexts: [ContextText | null, ContextText | null];
  turns: Turn[];
};

/** Why messages cannot be read, as a whole sentence. */
export type MessagesProblem = { problem: string };

const ENVIRONMENT = "Environment";
type Message = { sender: string; receiver: string; text: string };

/** A [sender, receiver, text] triple, or null for anything else. */
function toMessage(value: unknown): Message | null {
  if (!Array.isArray(value) || value.length < 3) return null;
  const [sender, receiver, text] = value;
  if (typeof sender !== "string" || typeof receiver !== "string" || typeof text !== "string") return null;
  return { sender, receiver, text };
}

function contextOf(text: string): ContextText | null {
  if (!text.includes(CONTEXT_HEADER)) return null;
  const context = readContextText(text);
  return "problem" in context ? null : context;
}

/** Everybody but the environment, in order of appearance. */
function agentNames(turns: readonly Message[][]): string[] {
  const names = new Set<string>();
  for (const turn of turns)
    for (const message of turn)
      for (const name of [message.sender, message.receiver])
        if (name !== ENVIRONMENT && name.trim() !== "") names.add(name);
  return [...names];
}

/** The contexts in the first turn, by the agent they are addressed to; by position when the two share a name. */
function findContexts(first: readonly Message[], names: readonly [string, string]): ReadMessages["contexts"] {
  const given = first.filter((message) => message.sender === ENVIRONMENT && message.text.includes(CONTEXT_HEADER));
  if (names[0] === names[1]) return [contextOf(given[0]?.text ?? ""), contextOf(given[1]?.text ?? "")];
  const to = (name: string) => contextOf(given.find((message) => message.receiver === name)?.text ?? "");
  return [to(names[0]), to(names[1])];
}

/** One turn's actions: those who did something; when nobody did, one silence. */
function readTurn(turn: readonly Message[], names: readonly [string, string], log: RepairLog): SeatedAction[] {
  const acting = turn.filter((message) => message.sender !== ENVIRONMENT);
  const actions = acting.map((message, position): SeatedAction => {
    const seat = names[0] === names[1] ? position : names.indexOf(message.sender);
    if (seat < 0 || seat > 1)
      log.note("speaker-guessed", "A message’s sender is neither agent; the order of turns decided who acts.");
    return { ...parseActionText(message.text, log), agent: seat === 0 ? 1 : seat === 1 ? 2 : null };
  });
  const done = actions.filter((action) => action.type !== "none");
  return done.length > 0 || actions.length === 0 ? done : [{ type: "none", text: "", agent: null }];
}

/**
 * Reads EpisodeLog messages (sotopia.md, section 2.4): a list of turns, each a list of [sender, receiver, text].
 * A turn in which nobody did anything becomes one turn of type `none`; “did nothing” beside an action is left out.
 */
export function readTurnMessages(messages: readonly unknown[], log: RepairLog): ReadMessages | MessagesProblem {
  const turns: Message[][] = [];
  for (const [index, turn] of messages.entries()) {
    const read = Array.isArray(turn) ? turn.map(toMessage) : [null];
    if (read.includes(null))
      return {
        problem: `Its messages hold, as turn ${index + 1}, something that is no list of [sender, receiver, text].`,
      };
    turns.push(read as Message[]);
  }
  const found = agentNames(turns);
  const stated = (turns[0] ?? []).map((message) => contextOf(message.text)).find((context) => context !== null);
  const names = stated?.names ?? (found.length === 2 ? (found as [string, string]) : null);
  if (found.length > 2) return { problem: `Its messages come from ${found.length} agents; an episode has two.` };
  if (!names) return { problem: "Its messages do not tell who the two agents are." };
  return {
    names,
    contexts: findContexts(turns[0] ?? [], names),
    turns: toTurns(turns.flatMap((turn) => readTurn(turn, names, log))),
  };
}

const FLAT_TURN = /^\s*Turn #\d{1,4}[ \t]*(?::|\n)?\s*/;

/** One string of a flat list as an action; a header alone is a silence. */
function readFlatTurn(message: string, names: readonly [string, string], log: RepairLog): SeatedAction {
  const body = message.replace(FLAT_TURN, "").trim();
  if (body === "") return { type: "none", text: "", agent: null };
  const spoken = leadingSeat(body, names, /^:?\s+/);
  const action = parseActionText(spoken ? body.slice(spoken.length) : body, log);
  if (!spoken)
    log.note(
      "speaker-guessed",
      "A message does not begin with either agent’s name; the order of turns decided who acts.",
    );
  return { ...action, agent: spoken && names[0] !== names[1] ? ((spoken.seat + 1) as AgentSeat) : null };
}

/** The contexts of a flat list, each given to the agent whose goal it tells; by position when it tells both or none. */
function seatContexts(contexts: readonly ContextText[]): ReadMessages["contexts"] {
  const seated: ReadMessages["contexts"] = [null, null];
  contexts.slice(0, 2).forEach((context, position) => {
    const told = context.goals.map((goal) => goal !== "");
    const seat = told[0] === told[1] ? position : told[0] ? 0 : 1;
    seated[seated[seat as 0 | 1] === null ? (seat as 0 | 1) : ((1 - seat) as 0 | 1)] = context;
  });
  return seated;
}

/** Reads messages stored as one flat list of strings: the two contexts, then one string a turn. */
export function readFlatMessages(messages: readonly string[], log: RepairLog): ReadMessages | MessagesProblem {
  const opening = messages.slice(0, 4).filter((message) => message.includes(CONTEXT_HEADER));
  const contexts = opening.map(contextOf).filter((context) => context !== null);
  const names = contexts[0]?.names;
  if (!names) return { problem: "Its messages do not tell who the two agents are." };
  const rest = messages.filter((message) => !opening.includes(message));
  return {
    names,
    contexts: seatContexts(contexts),
    turns: toTurns(rest.map((message) => readFlatTurn(message, names, log))),
  };
}
