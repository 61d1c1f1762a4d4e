import { DimensionName } from "#components/annotations/dimension-name.tsx";
import { AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { formatInteger, NO_VALUE } from "#components/ui/format.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { bandOf } from "#lib/domain/dimensions/scale.ts";
import type { AgentSeat, Turn } from "#lib/domain/episodes/episode.ts";
import type { ItemAnnotation } from "#lib/domain/studies/study-ratings.ts";
import { EvidenceChips } from "./evidence-chips.tsx";

/** One dimension of one item: for each agent, what every annotator gave, why, and from which turns. */
export function ItemDimension({
  dimension,
  names,
  annotations,
  turns,
}: {
  dimension: Dimension;
  names: Record<AgentSeat, string>;
  annotations: readonly ItemAnnotation[];
  turns: readonly Turn[];
}) {
  return (
    <section className="border-line border-t pt-4 pb-6">
      <h3 className="text-base">
        <DimensionName dimension={dimension} />{" "}
        <span className="text-sm font-normal text-ink-2">
          {formatInteger(dimension.min)} to {formatInteger(dimension.max)}
        </span>
      </h3>
      <div className="mt-2 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {([1, 2] as const).map((agent) => (
          <div key={agent} className="min-w-0">
            <h4 className={`text-sm font-semibold ${AGENT_TEXT[agent]}`}>
              <bdi>{names[agent]}</bdi>
            </h4>
            <ul>
              {annotations.map((annotation) => (
                <OneRating
                  key={annotation.annotationId}
                  annotation={annotation}
                  agent={agent}
                  dimension={dimension}
                  turns={turns}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function OneRating({
  annotation,
  agent,
  dimension,
  turns,
}: {
  annotation: ItemAnnotation;
  agent: AgentSeat;
  dimension: Dimension;
  turns: readonly Turn[];
}) {
  const rating = annotation.ratings.find((entry) => entry.agent === agent && entry.dimension === dimension.id);
  const isExcluded = annotation.exclusion !== null;
  return (
    <li className={`mt-2 text-sm ${isExcluded ? "text-ink-3" : ""}`}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className={`text-base tabular-nums ${isExcluded ? "line-through" : ""}`}>
          {rating ? formatInteger(rating.score) : NO_VALUE}
        </strong>
        <span className="text-ink-2">{rating ? bandOf(rating.score, dimension.bands)?.name : "not rated"}</span>
        <span className="text-xs text-ink-3">
          {annotation.pseudonym}
          {isExcluded ? ", excluded" : ""}
        </span>
      </p>
      {rating?.rationale ? (
        <p className="mt-0.5 font-text whitespace-pre-wrap" dir="auto">
          {rating.rationale}
        </p>
      ) : null}
      {rating ? (
        <div className="mt-1">
          <EvidenceChips evidence={rating.evidence} turns={turns} agent={agent} />
        </div>
      ) : null}
    </li>
  );
}
