import { z } from "zod";
import type { FileRatings } from "#lib/domain/rating-imports/file-ratings.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { listImportedRatings } from "#lib/store/episode-imported-ratings.ts";
import {
  type EpisodeAnnotationView,
  type EpisodeView,
  findEpisodeView,
  listEpisodeAnnotations,
} from "#lib/store/episode-views.ts";
import { defineOperation } from "../define-operation.ts";

/** Everything about one episode: its text, where it came from, and its ratings: by judges, in studies, in imported files. */
export type EpisodeDetail = EpisodeView & {
  annotations: EpisodeAnnotationView[];
  imported: { raters: FileRatings[]; isCut: boolean };
};

/** One episode. Throws `NOT_FOUND`. */
export const getEpisode = defineOperation({
  name: "episodes/get-episode",
  permission: "episodes.read",
  input: z.object({ episodeId: z.string().min(1) }),
  deps: {},
  async run(_actor, { episodeId }): Promise<EpisodeDetail> {
    const view = await findEpisodeView(episodeId);
    if (!view) throw new AppError("NOT_FOUND", "There is no such episode.");
    const annotations = view.episode.annotationCount > 0 ? await listEpisodeAnnotations(episodeId) : [];
    const { sourceId, importedRaterCount, hasImportedJudgments } = view.episode;
    const isInFiles = importedRaterCount > 0 || hasImportedJudgments;
    const imported = isInFiles ? await listImportedRatings(sourceId) : { raters: [], isCut: false };
    return { ...view, annotations, imported };
  },
});
