import { isBlankRow } from "./columns.ts";
import { type Fields, itemFacts, type RatingReader } from "./rating-record.ts";
import { textOf } from "./read-score.ts";
import { readSotopiaScores, sotopiaScales } from "./sotopia-scores.ts";

function seatOf(fields: Fields): 1 | 2 | null {
  const found = /^agent\s*([12])$/i.exec(textOf(fields.Agent));
  return found ? (Number(found[1]) as 1 | 2) : null;
}

/**
 * Reads a sheet of one internal rater: two rows an episode, the id (`PK`) on the first only; reasons in columns
 * `goal_reason`, or in a second column `goal`. Halves are kept as they were given: these sheets allow them.
 */
export function pilotReader(rater: string, condition: string): RatingReader {
  const scales = sotopiaScales(false);
  let episode = "";
  return (fields) => {
    const pk = textOf(fields.PK);
    if (pk !== "") episode = pk;
    const itemKey = episode;
    const agent = seatOf(fields);
    const isScored = scales.some(({ key }) => textOf(fields[key]) !== "");
    if (isBlankRow(fields) || (agent !== null && !isScored)) return { outcome: "blank", itemKey };
    if (agent === null)
      return { outcome: "refused", itemKey, reason: "The column Agent says neither Agent1 nor Agent2." };
    if (itemKey === "") return { outcome: "refused", itemKey, reason: "No row up to here names an episode (PK)." };
    if (agent === 1 && pk === "")
      return {
        outcome: "refused",
        itemKey: "",
        reason: "A row of Agent1 must name its episode (PK); this one does not.",
      };
    const read = readSotopiaScores({ kind: "human", id: rater }, [agent], scales, (_agent, dimension) => ({
      score: fields[dimension],
      rationale: fields[`${dimension}_reason`] ?? fields[`${dimension} (2)`],
    }));
    return {
      outcome: "taken",
      facts: itemFacts(itemKey, { condition: condition || textOf(fields.Tag) }),
      ...read,
    };
  };
}
