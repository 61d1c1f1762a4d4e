import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { seededRandom } from "#lib/domain/shared/random.ts";
import { parseRatings } from "./parse.ts";
import { DEMO_STUDIES } from "./studies.ts";
import type { DemoAnnotation, DemoRating, WrittenAnnotation } from "./types.ts";

/** Seconds at work per dimension: reading and writing both ratings of it. The first includes reading the episode. */
function activeSeconds(ratings: readonly DemoRating[], seed: number): number[] {
  const random = seededRandom(seed);
  return SOTOPIA_DIMENSION_IDS.map((id, index) => {
    const written = ratings.filter((rating) => rating.dimensionId === id);
    const letters = written.reduce((sum, rating) => sum + rating.rationale.length, 0);
    const reading = index === 0 ? random.int(95, 190) : 0;
    return written.length === 0 ? 0 : Math.round(reading + 8 + letters / 4 + random.int(0, 14));
  });
}

/** When an annotator opened the link, in minutes after the launch; the data files name each other by id. */
function arrival(annotation: WrittenAnnotation): number {
  const study = DEMO_STUDIES.find((one) => one.id === annotation.studyId);
  const annotator = study?.annotators.find((one) => one.id === annotation.annotatorId);
  if (!annotator) throw new Error(`The demo data names ${annotation.annotatorId}, who is not in that study.`);
  return annotator.arrivedMinutes;
}

/** Gives written annotations their order and plausible, reproducible times; an annotator's items follow each other. */
export function buildAnnotations(written: readonly WrittenAnnotation[]): DemoAnnotation[] {
  const done = new Map<string, { count: number; minutes: number }>();
  return written.map((annotation, index) => {
    const random = seededRandom(7_000 + index);
    // Before the first item come consent, guidelines, check and practice.
    const before = done.get(annotation.annotatorId) ?? { count: 0, minutes: arrival(annotation) + random.int(5, 8) };
    const ratings = parseRatings(annotation.ratings);
    const seconds = activeSeconds(ratings, 9_000 + index);
    const startedMinutes = before.minutes + random.int(1, 3);
    const minutes = startedMinutes + Math.ceil(seconds.reduce((sum, one) => sum + one, 0) / 60);
    const sequence = before.count + 1;
    done.set(annotation.annotatorId, { count: sequence, minutes });
    const { studyId, annotatorId, episodeSourceId, state } = annotation;
    return { studyId, annotatorId, episodeSourceId, state, sequence, startedMinutes, activeSeconds: seconds, ratings };
  });
}
