import type { AgentSeat } from "#lib/domain/episodes/episode.ts";

/**
 * Brings a turn into view and puts the focus there: on the box of `agent` when somebody is about to pick, else on the
 * turn itself.
 */
export function showTurn(turn: number, agent: AgentSeat | null): void {
  const line = document.getElementById(`turn-${turn}`);
  if (!line) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  line.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  const target = agent ? document.getElementById(`pick-${turn}-${agent}`) : line;
  if (target === line) line.tabIndex = -1;
  target?.focus({ preventScroll: true });
}
