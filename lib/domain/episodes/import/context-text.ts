import { splitSecret } from "#lib/domain/scenarios/visibility.ts";

/**
 * The context that opens an episode's text (sotopia.md, sections 1.10 and 2.6), seat 1 first. Empty string = the
 * line is missing or says “Unknown”. `secrets` are taken out of `backgrounds`. `end` is where the context stops.
 */
export type ContextText = {
  names: [string, string];
  scenario: string;
  backgrounds: [string, string];
  secrets: [string, string];
  goals: [string, string];
  end: number;
};

/** Why a context cannot be read, as the end of a sentence. */
export type ContextProblem = { problem: string };

/** The line that every context begins with. */
export const CONTEXT_HEADER = "Here is the context of this interaction:";

/** Two names out of `A and B`: the split that the following lines confirm, else the only or first one. */
function splitNames(line: string, text: string): [string, string] | null {
  const candidates: [string, string][] = [];
  for (let at = line.indexOf(" and "); at >= 0; at = line.indexOf(" and ", at + 1)) {
    const pair: [string, string] = [line.slice(0, at).trim(), line.slice(at + 5).trim()];
    if (pair[0] !== "" && pair[1] !== "") candidates.push(pair);
  }
  const confirmed = candidates.find(
    ([first, second]) => text.includes(`\n${first}'s goal:`) && text.includes(`\n${second}'s goal:`),
  );
  return confirmed ?? candidates[0] ?? null;
}

type Label = { field: "background" | "goal"; seat: 0 | 1; start: number; from: number };

/** Finds the four labelled lines in their fixed order; one that is missing is skipped. */
function findLabels(text: string, names: readonly [string, string], from: number): Label[] {
  const labels: Label[] = [];
  let position = from;
  for (const field of ["background", "goal"] as const) {
    for (const seat of [0, 1] as const) {
      const mark = `\n${names[seat]}'s ${field}:`;
      const start = text.indexOf(mark, position);
      if (start < 0) continue;
      labels.push({ field, seat, start, from: start + mark.length });
      position = start + mark.length;
    }
  }
  return labels;
}

const AFTER_CONTEXT = /\n[ \t]*(?:Turn #\d+|Conversation Starts:)/g;

function known(text: string): string {
  const trimmed = text.trim();
  return trimmed === "Unknown" ? "" : trimmed;
}

/** True for a secret that says there is none. */
export function isNoText(text: string): boolean {
  return /^(?:none|nan|null|n\/a)\.?$/i.test(text.trim());
}

/**
 * Reads a context text. Names may hold capitals, apostrophes, hyphens and any script: they are whatever the line
 * “Participants:” says and the labelled lines confirm. Goals and scenarios may have several lines.
 */
export function readContextText(text: string): ContextText | ContextProblem {
  const participants = /(?:^|\n)Participants:[ \t]*([^\n]*)/.exec(text);
  if (!participants) return { problem: "it names no participants" };
  const line = participants[1] ?? "";
  const names = splitNames(line, text);
  if (!names) return { problem: "its participants are not two names joined by “and”" };
  if (names[0].includes(", ")) return { problem: `it has more than two participants (${line.slice(0, 80)})` };
  const scenarioAt = text.indexOf("Scenario:");
  const scenario =
    scenarioAt >= 0 && scenarioAt < participants.index ? text.slice(scenarioAt + 9, participants.index) : "";
  const afterNames = participants.index + participants[0].length;
  const labels = findLabels(text, names, afterNames);
  AFTER_CONTEXT.lastIndex = labels.at(-1)?.from ?? afterNames;
  const end = AFTER_CONTEXT.exec(text)?.index ?? text.length;
  const context: ContextText = {
    names,
    scenario: scenario.trim(),
    backgrounds: ["", ""],
    secrets: ["", ""],
    goals: ["", ""],
    end,
  };
  labels.forEach((label, index) => {
    const value = known(text.slice(label.from, labels[index + 1]?.start ?? end));
    if (label.field === "goal") context.goals[label.seat] = value;
    else {
      const { background, secret } = splitSecret(value, names[label.seat]);
      context.backgrounds[label.seat] = background;
      context.secrets[label.seat] = secret ?? "";
    }
  });
  return context;
}
