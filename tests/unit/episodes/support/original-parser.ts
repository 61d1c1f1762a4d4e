/**
 * The human-study app's reading of an evaluator's prompt, rebuilt from its description (sotopia.md, section 5.5) with
 * its faults, so that tests can say where ours differs. Nothing in the project reads episodes this way.
 */

/** What the original shows: the speaker it credits and the dialogue text. */
export type OriginalTurn = { speaker: string; dialogue: string };
/** The original's result, or the message with which it gives up. */
export type OriginalReading = {
  names: [string, string];
  scenario: string;
  info: { profession: string; pronouns: string; interests: string; secrets: string }[];
  goals: string[];
  conversation: OriginalTurn[];
};

const NAME = "[A-Z][a-z]*(?:[ '-][A-Z][a-z]*)*";

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function readInfo(prompt: string, name: string): OriginalReading["info"][number] {
  const own = escaped(name);
  const first = escaped(name.split(" ")[0] as string);
  const found = new RegExp(
    `${own}'s background: ${own} is a (\\d+)-year-old (.*?)\\. (.*?) pronouns\\. (.*?)\\. Personality and values description: (.*?)\\. +${first}'s secrets: (.*?)(?:\\.|\\n)`,
  ).exec(prompt.replaceAll("  ", " "));
  if (!found) throw new Error("No information found");
  return {
    profession: found[2] as string,
    pronouns: found[3] as string,
    interests: found[4] as string,
    secrets: found[6] as string,
  };
}

/** Reads a prompt as the original does; throws where the original fails. */
export function readAsOriginal(prompt: string): OriginalReading {
  const found = new RegExp(`Participants: (${NAME}) and (${NAME})\\n`).exec(prompt);
  if (!found) throw new Error("name field is None");
  const names: [string, string] = [found[1] as string, found[2] as string];
  const info = names.map((name) => readInfo(prompt, name));
  const goals = names.map((name) => new RegExp(`${escaped(name)}'s goal: (.*)`).exec(prompt)?.[1] ?? "");
  const conversation = prompt
    .split(/Turn #\d+[:\n]/)
    .slice(1)
    .flatMap((part): OriginalTurn[] => {
      const speaker = names.find((name) => part.includes(name));
      if (!speaker) return [];
      const colon = part.indexOf(":");
      const dialogue = (colon >= 0 ? part.slice(colon + 1).trim() : part).replace(
        /left the conversation,$/,
        "left the conversation.",
      );
      return [{ speaker, dialogue }];
    });
  if (conversation.length === 0) throw new Error("no turns");
  return { names, scenario: /Scenario: (.*)/.exec(prompt)?.[1] ?? "", info, goals, conversation };
}
