import { isBlankRow } from "./columns.ts";
import { itemFacts, type RatingReader } from "./rating-record.ts";
import { isWordForNothing, textOf } from "./read-score.ts";
import { readSotopiaScores, sotopiaScales } from "./sotopia-scores.ts";

/** The scenario that a row's raters were shown, from its `data`, and what is odd about that column. */
function readShown(data: unknown): { scenario: string; remark: string } {
  if (isWordForNothing(data))
    return { scenario: "", remark: `The column data holds only the word “${textOf(`x${data}`).slice(1)}”.` };
  const text = textOf(data);
  if (text === "") return { scenario: "", remark: "" };
  try {
    const shown = JSON.parse(text) as { scenario?: unknown; parsed_conversation?: unknown };
    const remark = shown.parsed_conversation === undefined ? "The column data holds no conversation." : "";
    return { scenario: textOf(shown.scenario), remark };
  } catch {
    return { scenario: "", remark: "The column data is no JSON that can be read." };
  }
}

/**
 * Reads SOTOPIA-π's official table (sotopia.md, section 5.9): one row is one person on one episode, seven scores with
 * reasons for agent 1 (`_1`) and for agent 2 (`_2`). `conditionOf` gives the condition behind a row's `model`.
 */
export function officialReader(conditionOf: (model: string) => string): RatingReader {
  const scales = sotopiaScales(true);
  return (fields) => {
    const itemKey = textOf(fields.pk);
    if (isBlankRow(fields)) return { outcome: "blank", itemKey };
    const id = textOf(fields.prolific_id);
    if (itemKey === "") return { outcome: "refused", itemKey, reason: "The row names no episode (pk)." };
    if (id === "") return { outcome: "refused", itemKey, reason: "The row names no rater (prolific_id)." };
    const read = readSotopiaScores({ kind: "human", id }, [1, 2], scales, (agent, dimension) => ({
      score: fields[`${dimension}_${agent}`],
      rationale: fields[`${dimension}_reasoning_${agent}`],
    }));
    const shown = readShown(fields.data);
    if (shown.remark !== "") read.remarks.push(shown.remark);
    const facts = itemFacts(itemKey, { condition: conditionOf(textOf(fields.model)), shownScenario: shown.scenario });
    return { outcome: "taken", facts, ...read };
  };
}
