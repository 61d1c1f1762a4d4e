import { formatInteger, formatPercent, plural } from "#components/ui/format.ts";
import type { Togetherness } from "#lib/domain/studies/extend-sample.ts";
import type { StratumReport } from "#lib/domain/studies/sampling-plan.ts";
import { leftOutWords } from "../left-out-words.ts";
import { TOGETHER_WORDS } from "../together-words.ts";

/** What a draw would find, as `POST /api/v1/studies/draw-preview` answers. */
export type DrawPreview = {
  itemCount: number;
  foreignLeftOut: number;
  undecidedLeftOut: number;
  strata: StratumReport[];
  unknownIds: string[];
  unknownCount: number;
  alreadyIn: number;
  together: Togetherness | null;
};

/** Says what the chosen plan would draw; a line of its own height before the first answer, so that nothing jumps. */
export function DrawCount({ preview, problem }: { preview: DrawPreview | null; problem: string | null }) {
  return (
    <div role="status" className="min-h-6 text-sm">
      {problem ? <p className="text-bad">{problem}</p> : null}
      {preview && !problem ? <Found preview={preview} /> : null}
    </div>
  );
}

function Found({ preview }: { preview: DrawPreview }) {
  const { itemCount, strata, unknownIds, unknownCount, alreadyIn, together } = preview;
  return (
    <>
      <p>
        <strong>{plural(itemCount, "item")}</strong>
        {alreadyIn > 0 ? `, ${formatInteger(alreadyIn)} in the study already` : ""}
        {leftOutWords(preview).map((words) => `, ${words}`)}.
      </p>
      {together && itemCount > 0 ? <p className="mt-1 max-w-[68ch] text-ink-2">{TOGETHER_WORDS[together]}</p> : null}
      {strata.length > 0 ? (
        <ul className="mt-1 text-ink-2">
          {strata.map((row) => (
            <li key={row.stratum}>
              {row.stratum}: {row.drawn} of {row.available} ({formatPercent(row.inclusionProbability)})
            </li>
          ))}
        </ul>
      ) : null}
      {unknownCount > 0 ? (
        <p className="mt-1 text-bad">
          {plural(unknownCount, "id")} {unknownCount === 1 ? "names" : "name"} no episode:{" "}
          <span className="font-mono text-xs">{unknownIds.join(", ")}</span>
          {unknownCount > unknownIds.length ? " …" : ""}
        </p>
      ) : null}
    </>
  );
}
