import { dimensionTextClass } from "#components/annotations/dimension-name.tsx";

/** Scores of an invented episode: three people and a judge on one agent's goal, 0 to 10. */
const PEOPLE = [3, 4, 4];
const JUDGE = 8;
const MEAN = PEOPLE.reduce((sum, score) => sum + score, 0) / PEOPLE.length;

/** Place of a score on the drawn scale, in its units; 11 numbers, 36 apart. */
const at = (score: number) => 20 + score * 36;

/** What the app is about in one picture: a few lines of a talk, what people gave for it, and what the judge gave. */
export function LandingSpecimen() {
  return (
    <figure className="max-w-xl rounded-surface border border-line bg-surface p-6 sm:p-7">
      <blockquote className="space-y-4 font-text text-lg">
        <Line turn={6} name="Ines" nameClass="text-agent-1" says="Can you take the stall on Sunday?" />
        <Line turn={7} name="Teo" nameClass="text-agent-2" says="I would love to help. Ask me again on Saturday." />
      </blockquote>
      <p className="mt-6 border-line border-t pt-5 text-sm text-ink-2">
        <span className={`font-semibold ${dimensionTextClass("goal")}`}>Goal</span> of Ines: get the stall covered, 0 to
        10
      </p>
      <Scale />
      <figcaption className="mt-3 text-sm">
        The judge lies <strong className="font-semibold tabular-nums">{(JUDGE - MEAN).toFixed(1)} points</strong> above
        the people who read it.
        <span className="block text-xs text-ink-3">An invented example</span>
      </figcaption>
    </figure>
  );
}

function Line({ turn, name, nameClass, says }: { turn: number; name: string; nameClass: string; says: string }) {
  return (
    <p className="grid grid-cols-[1.5rem_1fr] gap-x-2">
      <span className="pt-1 text-right font-ui text-xs text-ink-3 tabular-nums">{turn}</span>
      <span>
        <span className={`block font-ui text-sm font-semibold ${nameClass}`}>{name}</span>“{says}”
      </span>
    </p>
  );
}

/** The scale with a circle for each person and a square for the judge, and the gap between the means. */
function Scale() {
  const scores = Array.from({ length: 11 }, (_, score) => score);
  const heights = PEOPLE.map((score, place) => PEOPLE.slice(0, place).filter((other) => other === score).length);
  return (
    <svg
      viewBox="0 0 400 108"
      className="mt-3 w-full font-ui"
      role="img"
      aria-label={`People gave ${PEOPLE.join(", ")}; the judge gave ${JUDGE}.`}
    >
      <line x1={at(0)} x2={at(10)} y1="72" y2="72" className="stroke-line-strong" />
      {scores.map((score) => (
        <g key={score}>
          <line x1={at(score)} x2={at(score)} y1="68" y2="76" className="stroke-line-strong" />
          <text x={at(score)} y="96" textAnchor="middle" className="fill-ink-2 text-[20px] sm:text-[14px]">
            {score}
          </text>
        </g>
      ))}
      <line x1={at(MEAN)} x2={at(JUDGE)} y1="18" y2="18" className="stroke-ink" strokeWidth="1.5" />
      {[MEAN, JUDGE].map((score) => (
        <line key={score} x1={at(score)} x2={at(score)} y1="12" y2="24" className="stroke-ink" strokeWidth="1.5" />
      ))}
      {PEOPLE.map((score, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people are told apart by nothing but their place
        <circle key={place} cx={at(score)} cy={56 - (heights[place] ?? 0) * 15} r="6.5" className="fill-human" />
      ))}
      <rect x={at(JUDGE) - 6.5} y="49.5" width="13" height="13" rx="1.5" className="fill-judge" />
      <text x={at(JUDGE) + 13} y="61" className="fill-ink-2 text-[20px] sm:text-[14px]">
        judge
      </text>
      <text x={at(3) - 13} y="61" textAnchor="end" className="fill-ink-2 text-[20px] sm:text-[14px]">
        people
      </text>
    </svg>
  );
}
