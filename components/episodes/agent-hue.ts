import type { AgentSeat } from "#lib/domain/episodes/episode.ts";

/** The two hues of the two agents, the same through the whole app and always beside the name. */
export const AGENT_TEXT: Record<AgentSeat, string> = { 1: "text-agent-1", 2: "text-agent-2" };
/** The soft background in which what is private to an agent stands. */
export const AGENT_SOFT: Record<AgentSeat, string> = { 1: "bg-agent-1-soft", 2: "bg-agent-2-soft" };
