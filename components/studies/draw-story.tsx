import { filterWords } from "#components/episodes/filter-words.ts";
import { formatPercent, plural } from "#components/ui/format.ts";
import { type Togetherness, togetherWith } from "#lib/domain/studies/extend-sample.ts";
import type { DrawRecord, SamplingPlan } from "#lib/domain/studies/sampling-plan.ts";
import { leftOutWords } from "./left-out-words.ts";

/** How the items of a study were drawn, draw by draw, in words. */
export function DrawStory({ draws }: { draws: readonly DrawRecord[] }) {
  if (draws.length === 0) return null;
  return (
    <ol className="flex max-w-[68ch] flex-col gap-2 text-sm text-ink-2">
      {draws.map((draw, place) => (
        <li key={draw.at}>
          {describePlan(draw.plan)}: {plural(draw.itemCount, "item")}
          {draw.plan.kind === "sample" || draw.plan.kind === "strata" ? `, seed ${draw.seed}` : ""}
          {leftOutWords(draw).map((words) => `; ${words}`)}
          {place > 0 ? `; ${ADDED_WORDS[togetherWith(draws.slice(0, place), draw.plan)]}` : ""}.
          {draw.strata.length > 0 ? (
            <details className="mt-1">
              <summary>Strata</summary>
              <ul className="mt-1">
                {draw.strata.map((row) => (
                  <li key={row.stratum}>
                    {row.stratum}: {row.drawn} of {row.available} ({formatPercent(row.inclusionProbability)})
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What a later draw is together with the ones before it. */
const ADDED_WORDS: Record<Togetherness, string> = {
  "one-sample": "one random sample with the draws before",
  "every-match": "with the draws before every match that was there by then",
  "own-draw": "a draw of its own",
  "by-hand": "chosen by hand",
};

function describePlan(plan: SamplingPlan): string {
  if (plan.kind === "ids") return `A list of ${plural(plan.ids.length, "id")}`;
  if (plan.kind === "strata") {
    const available = plan.strata.reduce((sum, { ids }) => sum + ids.length, 0);
    return `A sample of ${plural(available, "episode")} in ${plan.strata.length} strata${plan.origin ? ` (${plan.origin})` : ""}`;
  }
  const where = filterWords(plan.filter);
  const frame = where === "" ? "all episodes" : `episodes ${where}`;
  if (plan.kind === "filter") return `Every one of ${frame}`;
  const size =
    plan.size.kind === "per-stratum"
      ? `${plan.size.count} from every pair of policies`
      : `${plan.size.count} in all, ${plan.size.allocation === "equal" ? "the same from each pair of policies" : "in proportion to each pair of policies"}`;
  return `A sample of ${frame}, ${size}`;
}
