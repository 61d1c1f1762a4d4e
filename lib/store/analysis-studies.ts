import type { AnalysisDimension, AnalysisRater } from "#lib/domain/analysis/columns.ts";
import { type BlockUnit, emptyBlock, type RatingBlock } from "#lib/domain/analysis/rating-block.ts";
import { filled } from "#lib/domain/shared/filled.ts";
import type { DrawRecord } from "#lib/domain/studies/sampling-plan.ts";
import { type EpisodeFacts, episodeUnit, readEpisodeFacts } from "./analysis-episodes.ts";
import { readDraws, samplingOfItem } from "./analysis-frames.ts";
import { readInt16s, readInt32s } from "./binary-columns.ts";
import { repeatRows } from "./sql.ts";

type AnnotationRow = {
  annotatorId: string;
  personKey: string;
  pseudonym: string;
  studyId: string;
  episodeId: string;
  inclusionProbability: number;
  position: number;
  isExcluded: boolean;
  order: number;
  activeMs: number;
};
type StudyRow = { id: string; name: string; draws: DrawRecord[] };
type ScaleRow = Pick<AnalysisDimension, "key" | "name" | "symbol" | "min" | "max" | "direction" | "hue">;

/** Submitted annotations as JSON beside their ratings as columns, in one statement: both are of the same moment. */
const READ = `
  WITH chosen AS MATERIALIZED (
    SELECT n.id, p.id AS annotator_id, p.person_key, p.pseudonym, n.study_id, i.episode_id, i.inclusion_probability, i.position,
      n.excluded_at IS NOT NULL AS is_excluded, n.active_ms,
      (row_number() OVER (ORDER BY n.submitted_at, n.id))::int AS arrival,
      (row_number() OVER (ORDER BY n.study_id, i.position, p.pseudonym, n.id))::int - 1 AS place
    FROM annotations n
    JOIN assignments a ON a.id = n.assignment_id
    JOIN study_items i ON i.id = a.study_item_id
    JOIN annotators p ON p.id = a.annotator_id
    WHERE n.study_id = ANY($1::text[]) AND n.state = 'submitted' AND NOT p.is_preview
  ), scales AS MATERIALIZED (
    SELECT study_id, dimension, (row_number() OVER (ORDER BY study_id, position))::int - 1 AS place
    FROM study_dimensions WHERE study_id = ANY($1::text[])
  ), read AS (
    SELECT string_agg(int4send(c.place), '') AS annotations, string_agg(int2send(g.agent), '') AS agents,
      string_agg(int2send(s.place::int2), '') AS scales, string_agg(int2send(g.score), '') AS scores
    FROM chosen c JOIN ratings g ON g.annotation_id = c.id AND g.score IS NOT NULL
    JOIN scales s ON s.study_id = g.study_id AND s.dimension = g.dimension
  )
  SELECT read.*, (SELECT json_agg(json_build_object('annotatorId', annotator_id, 'personKey', person_key, 'pseudonym', pseudonym, 'studyId', study_id,
    'episodeId', episode_id, 'inclusionProbability', inclusion_probability, 'position', position, 'isExcluded', is_excluded, 'order', arrival, 'activeMs', active_ms)
    ORDER BY place) FROM chosen) AS rows FROM read`;

const READ_STUDIES = "SELECT id, name, sampling FROM studies WHERE id = ANY($1::text[])";

const READ_SCALES = `
  SELECT dimension AS key, name, symbol, min, max, direction, hue FROM study_dimensions
  WHERE study_id = ANY($1::text[]) ORDER BY study_id, position`;

type ReadRow = Record<"annotations" | "agents" | "scales" | "scores", Buffer | null> & { rows: AnnotationRow[] | null };

/** The submitted ratings of studies; drafts and previews are left out, exclusions are marked. */
export async function readStudyRatings(studyIds: readonly string[]): Promise<RatingBlock> {
  if (studyIds.length === 0) return emptyBlock();
  const rows = await repeatRows<{ id: string; name: string; sampling: unknown }>(READ_STUDIES, [studyIds]);
  const studies = rows.map(({ id, name, sampling }) => ({ id, name, draws: readDraws(sampling) }));
  const scales = await repeatRows<ScaleRow>(READ_SCALES, [studyIds]);
  const [row] = await repeatRows<ReadRow>(READ, [studyIds]);
  const annotations = row?.rows ?? [];
  const facts = await readEpisodeFacts(
    annotations.map(({ episodeId }) => episodeId),
    { countsWords: true },
  );
  return buildBlock(row as ReadRow, annotations, { studies, scales, facts });
}

type Known = { studies: StudyRow[]; scales: ScaleRow[]; facts: Map<string, EpisodeFacts> };

function buildBlock(row: ReadRow, annotations: AnnotationRow[], known: Known): RatingBlock {
  const { units, raters, unitOf, raterOf } = placeAnnotations(annotations, known);
  const annotation = readInt32s(row.annotations);
  const agents = readInt16s(row.agents);
  const secondsOf = (place: number) => annotations[place]!.activeMs / 1000 || Number.NaN;
  return {
    ...emptyBlock(),
    unit: annotation.map((place, i) => unitOf[place]! + agents[i]! - 1),
    rater: annotation.map((place) => raterOf[place]!),
    dimension: readInt16s(row.scales),
    score: Float64Array.from(readInt16s(row.scores)),
    occurrence: new Uint8Array(annotation.length),
    duplicate: new Uint8Array(annotation.length),
    excluded: filled(new Uint8Array(annotation.length), annotation, (place) => Number(annotations[place]!.isExcluded)),
    order: annotation.map((place) => annotations[place]!.order),
    seconds: filled(new Float32Array(annotation.length), annotation, secondsOf),
    units,
    raters,
    dimensions: known.scales.map((scale) => ({ ...scale, isWhole: true })),
  };
}

/** The units and people of annotations, and for each annotation the place of its first unit and of its person. */
function placeAnnotations(annotations: readonly AnnotationRow[], known: Known) {
  const studies = new Map(known.studies.map((study) => [study.id, study]));
  const units: BlockUnit[] = [];
  const unitStarts = new Map<string, number>();
  const raters: AnalysisRater[] = [];
  const raterPlaces = new Map<string, number>();
  const unitOf = new Int32Array(annotations.length);
  const raterOf = new Int32Array(annotations.length);
  for (const [place, annotation] of annotations.entries()) {
    const study = studies.get(annotation.studyId) as StudyRow;
    unitOf[place] = placeUnits(annotation, study, known.facts, units, unitStarts);
    raterOf[place] = placeRater(annotation, study, raters, raterPlaces);
  }
  return { units, raters, unitOf, raterOf };
}

/** Adds both seats of an annotation's episode once; answers the place of the first. */
function placeUnits(
  annotation: AnnotationRow,
  study: StudyRow,
  facts: Map<string, EpisodeFacts>,
  units: BlockUnit[],
  starts: Map<string, number>,
): number {
  const known = starts.get(annotation.episodeId);
  if (known !== undefined) return known;
  const episode = facts.get(annotation.episodeId) as EpisodeFacts;
  const { inclusionProbability, position } = annotation;
  const drawn = { sampling: samplingOfItem(study.draws, position), inclusionProbability };
  starts.set(annotation.episodeId, units.length);
  units.push({ ...episodeUnit(episode, 1), ...drawn }, { ...episodeUnit(episode, 2), ...drawn });
  return units.length - 2;
}

/** Adds a person of a study once, under the key that she has in every study and file; answers the place. */
function placeRater(
  { annotatorId, personKey, pseudonym, studyId }: AnnotationRow,
  study: StudyRow,
  raters: AnalysisRater[],
  places: Map<string, number>,
): number {
  const known = places.get(annotatorId);
  if (known !== undefined) return known;
  places.set(annotatorId, raters.length);
  raters.push({
    key: `human:${personKey}`,
    otherKeys: [`annotator:${annotatorId}`],
    kind: "human",
    name: pseudonym,
    source: study.name,
    sourceId: studyId,
    isPosition: false,
  });
  return raters.length - 1;
}
