import type { AgentSeat, Turn } from "../episode.ts";
import type { ParsedAction } from "./action-text.ts";

/** An action whose agent is known (seat 1 or 2) or still to be worked out (null). */
export type SeatedAction = ParsedAction & { agent: AgentSeat | null };

function otherSeat(seat: AgentSeat): AgentSeat {
  return seat === 1 ? 2 : 1;
}

/**
 * Numbers actions from 1 and fills in unknown agents by alternation: the one who was not last to act; before the
 * first known agent, counted back from it. With nobody known, seat 1 begins.
 */
export function toTurns(actions: readonly SeatedAction[]): Turn[] {
  const firstKnown = actions.findIndex((action) => action.agent !== null);
  let expected: AgentSeat = 1;
  if (firstKnown > 0) {
    const known = actions[firstKnown]?.agent as AgentSeat;
    expected = firstKnown % 2 === 0 ? known : otherSeat(known);
  }
  return actions.map((action, index) => {
    const agent = action.agent ?? expected;
    expected = otherSeat(agent);
    return { number: index + 1, agent, type: action.type, text: action.text };
  });
}
