import { formatInteger } from "#components/ui/format.ts";

/** The mark of a judge: a violet square, always with a word near it. */
export function JudgeMark() {
  return (
    <svg viewBox="0 0 10 10" className="inline size-2.5 fill-judge" aria-hidden="true">
      <rect x="0.5" y="0.5" width="9" height="9" rx="1" />
    </svg>
  );
}

/** The mark of a person: a green circle, always with a word near it. */
export function HumanMark() {
  return (
    <svg viewBox="0 0 10 10" className="inline size-2.5 fill-human" aria-hidden="true">
      <circle cx="5" cy="5" r="4.5" />
    </svg>
  );
}

/** Which ratings an episode has, in little room: by judges, and by how many people, of studies and of imported files. */
export function RatingMarks({ isJudged, people }: { isJudged: boolean; people: number }) {
  if (!isJudged && people === 0) return <span className="text-ink-3">none</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 whitespace-nowrap">
      {isJudged ? (
        <span className="inline-flex items-center gap-1.5">
          <JudgeMark /> judge
        </span>
      ) : null}
      {people > 0 ? (
        <span className="inline-flex items-center gap-1.5">
          <HumanMark /> {formatInteger(people)}
        </span>
      ) : null}
    </span>
  );
}
