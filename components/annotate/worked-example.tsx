import { AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { TurnLine } from "#components/episodes/turn-line.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { WorkedExample, WorkedRating } from "#lib/domain/annotations/guidelines/types.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { dimensionTextClass } from "../annotations/dimension-name.tsx";
import { ScaleStrip } from "../annotations/guidelines/scale-strip.tsx";
import { namesBySeat, SEATS, scoreInWords } from "../annotations/rating/rating-view.ts";
import { Scene } from "../annotations/rating/scene.tsx";

/**
 * An episode with every rating, its reason and the turns that show it. `leftOut` names the dimensions of the study that
 * the example does not rate: a researcher's own, and those on a scale of their own.
 */
export function WorkedExamplePage({
  example,
  dimensions,
  leftOut,
}: {
  example: WorkedExample;
  dimensions: readonly Dimension[];
  leftOut: readonly string[];
}) {
  const { episode } = example;
  const names = namesBySeat(episode.agents);
  return (
    <article className="@container">
      <h1 className="text-2xl">A conversation with its ratings</h1>
      <p className="prose-text mt-3">{example.introduction}</p>
      {leftOut.length > 0 ? (
        <p className="prose-text mt-3">
          The example leaves out {new Intl.ListFormat("en").format(leftOut)}, which{" "}
          {leftOut.length === 1 ? "is" : "are"} rated in this study too. You rate {leftOut.length === 1 ? "it" : "them"}{" "}
          in the same way: a score, and the reason for it.
        </p>
      ) : null}
      <div className="mt-8 max-w-[46rem]">
        <Scene episode={episode} />
        <ol aria-label="Turns" className="mt-6 -ml-2">
          {episode.turns.map((turn) => (
            <TurnLine key={turn.number} id={`turn-${turn.number}`} turn={turn} names={names} />
          ))}
        </ol>
      </div>
      <h2 className="mt-10 text-xl">The ratings</h2>
      {dimensions.map((dimension) => (
        <section key={dimension.id} className="mt-6 border-line border-t pt-5">
          <h3 className={`text-lg ${dimensionTextClass(dimension.hue)}`}>{dimension.name}</h3>
          <p className="mt-1 text-sm text-ink-2">{dimension.question}</p>
          <div className="mt-4 grid gap-6 @3xl:grid-cols-2">
            {SEATS.map((seat) => {
              const rating = example.ratings.find((each) => each.dimensionId === dimension.id && each.agent === seat);
              return rating ? <Rated key={seat} rating={rating} name={names[seat]} dimension={dimension} /> : null;
            })}
          </div>
        </section>
      ))}
    </article>
  );
}

function Rated({ rating, name, dimension }: { rating: WorkedRating; name: string; dimension: Dimension }) {
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-3 text-sm">
        <b className={classNames("font-semibold", AGENT_TEXT[rating.agent])}>{name}</b>
        <span className="font-semibold">{scoreInWords(rating.score, dimension)}</span>
      </p>
      <div className="mt-2">
        <ScaleStrip
          scale={dimension}
          from={rating.score}
          agent={rating.agent}
          label={`${dimension.name} of ${name}: ${scoreInWords(rating.score, dimension)}`}
        />
      </div>
      <p className="mt-2 font-text text-lg leading-normal">{rating.rationale}</p>
      <p className="mt-1 text-sm text-ink-2">
        Shown by{" "}
        {rating.evidence.map((turn, index) => (
          <span key={turn}>
            {index > 0 ? ", " : ""}
            <a className="link" href={`#turn-${turn}`}>
              turn {turn}
            </a>
          </span>
        ))}
      </p>
    </div>
  );
}
