import type { RatingColumns } from "#lib/domain/analysis/columns.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { type AnalysisQuestionInput, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { type Random, seededRandom } from "#lib/domain/shared/random.ts";
import { type MadeItem, type MadeRating, makeColumns } from "#tests/factories/rating-columns.ts";

/** A view of columns under a question with few resamples. */
export function find<Name extends ViewName>(
  columns: RatingColumns,
  view: Name,
  question: AnalysisQuestionInput = {},
): Findings[Name] {
  return findView(buildContext(columns, analysisQuestionSchema.parse({ resamples: 200, ...question })), view);
}

/** A score on the scale from 0 to 10. */
export const clamp = (score: number) => Math.max(0, Math.min(10, Math.round(score)));

/** People see the truth with noise; the judge adds `bias[policy]` and stretches by `slope`. */
export function simulate(
  random: Random,
  options: { bias: Record<string, number>; items?: number; labelled?: number; slope?: number; noise?: number },
): { ratings: MadeRating[]; items: Record<string, MadeItem> } {
  const { bias, items: count = 30, labelled = count, slope = 1, noise = 2 } = options;
  const items: Record<string, MadeItem> = {};
  const ratings: MadeRating[] = [];
  for (const [policy, extra] of Object.entries(bias))
    for (let i = 0; i < count; i += 1) {
      const item = `${policy} ${i}`;
      items[item] = { policies: [policy, policy], sampling: "random", inclusionProbability: labelled / count };
      const shared = random.int(2, 8);
      for (const agent of [1, 2]) {
        const truth = shared + random.int(-1, 1);
        ratings.push({ item, agent, rater: "judge", score: clamp(5 + slope * (truth - 5) + extra) });
        if (i >= labelled) continue;
        for (const rater of ["ann", "ben", "cy", "dee"].slice(i % 2, (i % 2) + 2))
          ratings.push({ item, agent, rater, score: clamp(truth + random.int(-noise, noise) / 2) });
      }
    }
  return { ratings, items };
}

/** Thirty items a policy; the judge adds two points for the trained one. */
export const made = simulate(seededRandom(5), { bias: { base: 0, trained: 2 } });
export const columns = makeColumns(made.ratings, made.items);
