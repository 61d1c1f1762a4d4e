import { Callout } from "#components/ui/callout.tsx";
import { formatInteger, formatNumber } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { DemoTag } from "#components/ui/tag.tsx";
import { judgeWords } from "#lib/domain/analysis/judge-name.ts";
import { sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import type { FileRating, FileRatings } from "#lib/domain/rating-imports/file-ratings.ts";
import { HumanMark, JudgeMark } from "./rating-marks.tsx";
import { RaterRatings } from "./ratings-beside.tsx";

/**
 * Ratings from files, under the same heads as all others, each with the file that it stands in. `versions` is how many
 * contents came under this episode's id: files name the id alone, so that it is not known which of several was rated.
 */
export function ImportedRatings({
  raters,
  isCut,
  versions,
  names,
}: {
  raters: readonly FileRatings[];
  isCut: boolean;
  versions: number;
  names: Record<AgentSeat, string>;
}) {
  return (
    <>
      {versions > 1 && raters.length > 0 ? (
        <Callout tone="warn" title="Perhaps ratings of another version">
          {versions} versions came under this episode’s id. The files of the ratings below name the id alone, so they
          stand at all of them, and it is not known which one was rated.
        </Callout>
      ) : null}
      {raters.map((rater) => (
        <RaterRatings
          key={rater.key}
          heading={<Heading rater={rater} />}
          ratings={rater.ratings.map((rating) => ({ ...rating, range: unusualRange(rating) }))}
          names={names}
        />
      ))}
      {isCut ? (
        <p className="text-sm text-ink-2">
          The files hold more ratings of this episode than are shown here. An analysis counts all of them.
        </p>
      ) : null}
    </>
  );
}

function Heading({ rater }: { rater: FileRatings }) {
  const again = rater.isDuplicate
    ? "repeats an earlier row"
    : rater.occurrence > 0
      ? `opinion ${rater.occurrence + 1}`
      : null;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {rater.kind === "judge" ? <JudgeMark /> : <HumanMark />}
      <span className="font-semibold [overflow-wrap:anywhere]">{rater.raterName}</span>
      {rater.kind === "judge" ? (
        <span className="text-xs text-ink-2">
          {judgeWords({ name: rater.raterName, model: rater.model, version: rater.version })}
        </span>
      ) : null}
      <Link href={`/ratings/${rater.importId}`} className="link text-xs [overflow-wrap:anywhere]">
        <span className="sr-only">from the file </span>
        {rater.fileName}
      </Link>
      {again ? <span className="text-xs text-ink-2">{again}</span> : null}
      {rater.isExcluded ? <span className="text-xs text-ink-2">left out of headline numbers</span> : null}
      {rater.isDemo ? <DemoTag /> : null}
    </span>
  );
}

/** The range of a scale that its dimension does not usually have, in words. */
function unusualRange({ dimension, min, max }: FileRating): string | undefined {
  const usual = sotopiaDimension(dimension);
  if (usual?.min === min && usual.max === max) return undefined;
  const end = (value: number) => (Number.isInteger(value) ? formatInteger(value) : formatNumber(value, 1));
  return `${end(min)} to ${end(max)}`;
}
