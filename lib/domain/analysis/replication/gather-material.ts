import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { type ConditionRows, chooseFiles } from "./choose-files.ts";
import { type ConditionId, conditionOf, recognizeCondition } from "./conditions.ts";
import type {
  BothAgents,
  EpisodeFacts,
  JudgeFile,
  RatingFile,
  RatingRow,
  Seat,
  StudyAnnotation,
  StudyEpisode,
  StudyMaterial,
} from "./material.ts";
import { oddityNotes } from "./oddities.ts";
import { counted } from "./printed.ts";

/** The policy of the partner; a seat that it does not hold is under study (sotopia.md, section 5.11). */
const PARTNER = "gpt-3.5-turbo";

/** An episode by its first record, with the scenarios that all its records tell. */
type KnownEpisode = EpisodeFacts & { scenarios: ReadonlySet<string> };
type Known = ReadonlyMap<string, KnownEpisode>;

/**
 * Puts the study together from what lies in the files: which rows belong to which condition, which of several revisions
 * counts, which agents are under study, and what the judge said of the same episodes. Rows of other studies are passed
 * over; rows that cannot be used are named in `notes`.
 */
export function gatherMaterial(
  files: readonly RatingFile[],
  episodes: readonly EpisodeFacts[],
  judges: readonly JudgeFile[],
): StudyMaterial {
  const known = knownEpisodes(episodes);
  const unplaced: RatingRow[] = [];
  const { used, setAside } = chooseFiles(files.flatMap((file) => rowsByCondition(file, known, unplaced)));
  const rated = used.flatMap((rows) => episodesOf(rows, known));
  const judge = chooseJudge(judges, rated);
  const notes = [
    ...setAside.map(({ rows, for: winner }) => setAsideNote(rows, winner)),
    ...unplacedNotes(unplaced),
    ...oddityNotes(rated, used),
    ...scenarioNotes(rated, known),
    ...judgeNotes(judges, judge, rated),
  ];
  const withJudge = rated.map((episode) => ({ ...episode, judge: judge?.scores.get(episode.id) ?? null }));
  return { episodes: withJudge, judge: judge?.name ?? "", notes };
}

function knownEpisodes(records: readonly EpisodeFacts[]): Known {
  const byId = Map.groupBy(records, ({ id }) => id);
  return new Map(
    [...byId].map(([id, [first, ...more]]) => {
      const scenarios = new Set([first, ...more].map((record) => scenarioKey(record?.scenario ?? "")));
      return [id, { ...(first as EpisodeFacts), scenarios }];
    }),
  );
}

/** Rows whose episode is not known cannot be placed: which agent is under study stands in the episode alone. */
function rowsByCondition(file: RatingFile, known: Known, unplaced: RatingRow[]): ConditionRows[] {
  const groups = new Map<ConditionId, RatingRow[]>();
  for (const row of file.rows) {
    const facts = known.get(row.episode);
    const condition = recognizeCondition(facts?.tag ?? "", row.conditionName);
    if (condition === null) continue;
    if (!facts) unplaced.push(row);
    else groups.set(condition, [...(groups.get(condition) ?? []), row]);
  }
  return [...groups].map(([condition, rows]) => ({ file: file.name, condition, rows }));
}

function episodesOf({ condition, rows }: ConditionRows, known: Known): StudyEpisode[] {
  const byEpisode = Map.groupBy(rows, (row) => row.episode);
  return [...byEpisode].flatMap(([id, ofOne]) => {
    const annotations = ofOne.map(annotationOf).filter((annotation) => annotation !== null);
    if (annotations.length === 0) return [];
    const facts = known.get(id) as EpisodeFacts;
    const scenario = scenarioKey(ofOne.find((row) => row.shownScenario !== "")?.shownScenario ?? facts.scenario);
    return { id, condition, scenario, studied: studiedSeats(facts.policies), annotations, judge: null };
  });
}

/** As the authors' filter does, a row without all fourteen scores is left out whole. */
function annotationOf(row: RatingRow): StudyAnnotation | null {
  const [first, second] = row.scores.map((scores) => SOTOPIA_DIMENSION_IDS.map((id) => scores[id]));
  if (![first, second].every((scores) => scores?.every((score) => score !== undefined))) return null;
  return { rater: row.rater, line: row.line, scores: [first, second] as unknown as BothAgents };
}

/** One key for one scenario text, however it is wrapped; some sources write `\\'` for an apostrophe. */
function scenarioKey(text: string): string {
  return text.replaceAll("\\'", "'").replace(/\s+/g, " ").trim();
}

/** The seats that GPT-3.5 does not hold; both where it holds both or none. */
function studiedSeats([first, second]: readonly [string, string]): Seat[] {
  if ((first === PARTNER) === (second === PARTNER)) return [1, 2];
  return first === PARTNER ? [2] : [1];
}

/** The judge that rated most of the study's episodes; two judges are never mixed. */
function chooseJudge(judges: readonly JudgeFile[], rated: readonly StudyEpisode[]): JudgeFile | null {
  const reach = (judge: JudgeFile) => rated.filter(({ id }) => judge.scores.has(id)).length;
  return judges.filter((judge) => reach(judge) > 0).sort((a, b) => reach(b) - reach(a))[0] ?? null;
}

function judgeNotes(judges: readonly JudgeFile[], chosen: JudgeFile | null, rated: readonly StudyEpisode[]): string[] {
  const others = judges.filter((judge) => judge !== chosen && rated.some(({ id }) => judge.scores.has(id)));
  return others.map(
    ({ name }) =>
      `The scores of “${name}” were left out: they are of another judge than “${chosen?.name}”, and judges are never mixed.`,
  );
}

/** The table and the episode do not always tell the same scenario; the paired test goes by the table, as the authors did. */
function scenarioNotes(rated: readonly StudyEpisode[], known: Known): string[] {
  const foreign = rated.filter(({ id, scenario }) => !known.get(id)?.scenarios.has(scenario));
  if (foreign.length === 0) return [];
  return [
    `On ${counted(foreign.length, "episode")} the scenario that the table tells is not that of the episode (${foreign.map(({ id }) => id).join(", ")}). Scenarios are paired by the table’s text, as the authors did.`,
  ];
}

function setAsideNote({ file, condition, rows }: ConditionRows, winner: string): string {
  return `${file} (${conditionOf(condition).label}, ${counted(rows.length, "row")}) was set aside: it shares episodes with ${winner}, which is the fuller revision.`;
}

function unplacedNotes(rows: readonly RatingRow[]): string[] {
  if (rows.length === 0) return [];
  const episodes = new Set(rows.map((row) => row.episode)).size;
  return [
    `Left out: ${counted(rows.length, "row")} on ${counted(episodes, "episode")} that are not among the files. Only the episode says which agent is under study.`,
  ];
}
