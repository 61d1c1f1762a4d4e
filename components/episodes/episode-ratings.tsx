import { Link } from "#components/ui/link.tsx";
import { DemoTag } from "#components/ui/tag.tsx";
import { judgeWords } from "#lib/domain/analysis/judge-name.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import type { FileRatings } from "#lib/domain/rating-imports/file-ratings.ts";
import { ImportedRatings } from "./imported-ratings.tsx";
import { HumanMark, JudgeMark } from "./rating-marks.tsx";
import { RaterRatings, type ShownRating } from "./ratings-beside.tsx";

/** The ratings of one judge. */
export type ShownJudgment = {
  judgeId: string;
  judgeName: string;
  model: string;
  version: string;
  isDemo: boolean;
  ratings: ShownRating[];
};
/** The ratings of one person in one study. */
export type ShownAnnotation = {
  annotationId: string;
  studyId: string;
  studyName: string;
  pseudonym: string;
  isExcluded: boolean;
  ratings: ShownRating[];
};

/** Everybody's ratings of an episode: judges of its own file, people in studies, then judges and people of files of ratings. */
export function EpisodeRatings({
  judgments,
  annotations,
  imported,
  versions,
  gaps,
  names,
}: {
  judgments: readonly ShownJudgment[];
  annotations: readonly ShownAnnotation[];
  imported: { raters: readonly FileRatings[]; isCut: boolean };
  /** How many contents came under the episode's id, this one included. */
  versions: number;
  gaps: readonly string[];
  names: Record<AgentSeat, string>;
}) {
  return (
    <section aria-labelledby="ratings">
      <h2 id="ratings" className="mb-2 text-lg">
        Ratings
      </h2>
      <div className="space-y-4">
        {judgments.length + annotations.length + imported.raters.length === 0 ? (
          <div className="text-sm text-ink-2">
            <p>Nobody has rated this episode yet. Put it into a study to have people rate it.</p>
            {gaps.map((gap) => (
              <p key={gap} className="mt-1.5">
                {gap}
              </p>
            ))}
          </div>
        ) : null}
        {judgments.map((judgment, index) => (
          <RaterRatings
            key={judgment.judgeId}
            heading={
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <JudgeMark />
                <span className="font-semibold [overflow-wrap:anywhere]">{judgment.judgeName}</span>
                <span className="text-xs text-ink-2">
                  {judgeWords({ name: judgment.judgeName, model: judgment.model, version: judgment.version })}
                </span>
                {judgment.isDemo ? <DemoTag /> : null}
              </span>
            }
            ratings={judgment.ratings}
            names={names}
            gaps={index === 0 ? gaps : []}
          />
        ))}
        {annotations.map((annotation) => (
          <RaterRatings
            key={annotation.annotationId}
            heading={
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <HumanMark />
                <span className="font-semibold">{annotation.pseudonym}</span>
                <Link href={`/studies/${annotation.studyId}`} className="link text-xs">
                  {annotation.studyName}
                </Link>
                {annotation.isExcluded ? <span className="text-xs text-ink-2">excluded</span> : null}
              </span>
            }
            ratings={annotation.ratings}
            names={names}
          />
        ))}
        <ImportedRatings {...imported} versions={versions} names={names} />
      </div>
    </section>
  );
}
