import { splitSecret } from "#lib/domain/scenarios/visibility.ts";
import { readContextText } from "./context-text.ts";
import { agentFromContexts, type EpisodeDraft } from "./episode-draft.ts";
import { type RepairLog, textOf } from "./fields.ts";
import { type LegacyTranscript, parseLegacyPrompt } from "./legacy-transcript.ts";
import type { MessagesProblem } from "./messages.ts";
import type { JsonObject } from "./parsed-row.ts";

/** A study record read, with the transcript so that its owner can be checked. */
export type PartialDraft = { draft: EpisodeDraft; read: LegacyTranscript };

/** One agent's secret that has slipped into the other's goal line goes back to its owner. */
function returnSecrets(read: LegacyTranscript, log: RepairLog): void {
  const { names, secrets, goals } = read.context;
  for (const owner of [0, 1] as const) {
    const holder = (1 - owner) as 0 | 1;
    if (secrets[owner] !== "" || names[0] === names[1]) continue;
    const { background, secret } = splitSecret(goals[holder], names[owner]);
    if (secret === null) continue;
    goals[holder] = background;
    secrets[owner] = secret;
    log.note(
      "secret-moved",
      `The secret of agent ${owner + 1} stood in the goal line of agent ${holder + 1}; it was moved to its owner.`,
    );
  }
}

/**
 * Reads a record of the human study, whose dialogue exists only inside `rewards_prompt`. `context2`, where it is
 * there, is what agent 2 was shown.
 */
export function readPartial(record: JsonObject, log: RepairLog): PartialDraft | MessagesProblem {
  const read = parseLegacyPrompt(textOf(record.rewards_prompt), log);
  if ("problem" in read) return { problem: `Its only text, the evaluator’s prompt, cannot be read: ${read.problem}.` };
  returnSecrets(read, log);
  const { context } = read;
  const given = typeof record.context2 === "string" ? readContextText(record.context2) : null;
  const others = given && !("problem" in given) && given.names.join() === context.names.join() ? given : null;
  const draft: EpisodeDraft = {
    shape: "study-partial",
    scenario: context.scenario,
    agents: [
      agentFromContexts(context.names[0], 0, context, others, log),
      agentFromContexts(context.names[1], 1, context, null, log),
    ],
    turns: read.turns,
    codename: null,
  };
  return { draft, read };
}
