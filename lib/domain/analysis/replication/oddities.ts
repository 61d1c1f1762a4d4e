import type { ConditionRows } from "./choose-files.ts";
import { conditionOf } from "./conditions.ts";
import type { StudyAnnotation, StudyEpisode } from "./material.ts";
import { counted } from "./printed.ts";

/** What is odd in the rows that count, as sentences: each changes a figure, so each is said. */
export function oddityNotes(episodes: readonly StudyEpisode[], used: readonly ConditionRows[]): string[] {
  const rows = used.reduce((sum, { rows: ofOne }) => sum + ofOne.length, 0);
  const complete = episodes.reduce((sum, { annotations }) => sum + annotations.length, 0);
  return [
    ...(rows > complete
      ? [`Left out for a missing score, as the authors’ filter does: ${counted(rows - complete, "row")}.`]
      : []),
    ...used.flatMap(nameNotes),
    ...repeatNotes(episodes),
    ...countNotes(episodes),
  ];
}

/** A column that counts up from row to row is a spreadsheet's doing: one condition under many names. */
function nameNotes({ condition, rows }: ConditionRows): string[] {
  const names = [...new Set(rows.map((row) => row.conditionName))];
  if (names.length < 2) return [];
  return [
    `${conditionOf(condition).label} stands under ${names.length} names (${names[0]} … ${names.at(-1)}); its episodes carry one tag, so they are one condition.`,
  ];
}

/** One person who rates an episode twice counts as two people in the authors' figures. */
function repeatNotes(episodes: readonly StudyEpisode[]): string[] {
  const repeats = episodes.flatMap(({ annotations }) => repeatsIn(annotations));
  if (repeats.length === 0) return [];
  const equal = repeats.filter(([first, again]) => sameScores(first, again)).length;
  return [
    `On ${counted(repeats.length, "episode")} one person is counted twice${equal > 0 ? `, on ${equal} of them with the very same scores` : ""}. The authors’ figures keep both rows; the corrected ones take the first.`,
  ];
}

function repeatsIn(annotations: readonly StudyAnnotation[]): [StudyAnnotation, StudyAnnotation][] {
  return annotations.flatMap((again, index) => {
    const first = annotations.slice(0, index).find(({ rater }) => rater === again.rater);
    return first ? [[first, again] as [StudyAnnotation, StudyAnnotation]] : [];
  });
}

function sameScores(a: StudyAnnotation, b: StudyAnnotation): boolean {
  return a.scores.every((scores, seat) => scores.every((score, place) => score === b.scores[seat]?.[place]));
}

function countNotes(episodes: readonly StudyEpisode[]): string[] {
  return episodes
    .filter(({ annotations }) => annotations.length !== 2)
    .map(({ id, condition, annotations }) => {
      const label = conditionOf(condition).label;
      return annotations.length > 2
        ? `Episode ${id} (${label}) has ${annotations.length} rows. Means take all of them; the authors' agreement takes the first two.`
        : `Episode ${id} (${label}) has one row only. Means take it; agreement cannot.`;
    });
}
