import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { Checkbox, TextInput } from "#components/ui/field.tsx";
import { plural } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { CountTd, Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { judgeVersion } from "#lib/domain/analysis/judge-name.ts";
import type { SummaryRater } from "#lib/domain/rating-imports/import-summary.ts";

/** What can be done about a rater; null for somebody who only reads. */
export type RaterActions = { exclude: SendForm; include: SendForm } | null;

function kindWords(rater: SummaryRater): string {
  if (rater.isPosition) return "a place in a list, not one person";
  if (rater.kind === "human") return "person";
  const parts = [rater.model && rater.model !== rater.name ? rater.model : "", rater.version].filter(Boolean);
  if (judgeVersion(rater) === "") parts.push("version not known");
  return ["judge", ...parts].join(", ");
}

/** What a judge was told, folded away. */
function JudgePrompt({ prompt }: { prompt: string }) {
  if (prompt === "") return null;
  return (
    <details className="mt-1 text-xs text-ink-2">
      <summary className="w-fit">Its prompt</summary>
      <p className="mt-1 max-h-60 max-w-96 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]">{prompt}</p>
    </details>
  );
}

/** The raters of an import, people first, with what came from them and whether they count. */
export function RaterTable({ raters, actions }: { raters: readonly SummaryRater[]; actions: RaterActions }) {
  return (
    <Table label="Raters" isStacked>
      <thead>
        <tr>
          <Th className="min-w-40">Rater</Th>
          <Th numeric>Items</Th>
          <Th numeric>Ratings</Th>
          <Th numeric>Repeated</Th>
          <Th className="min-w-64">Counts</Th>
        </tr>
      </thead>
      <tbody>
        {raters.map((rater) => (
          <Tr key={rater.id}>
            <Td>
              <span className="font-medium [overflow-wrap:anywhere]">{rater.name}</span>
              <span className="block text-xs text-ink-2">{kindWords(rater)}</span>
              <JudgePrompt prompt={rater.prompt} />
            </Td>
            <CountTd label="Items" count={rater.items} />
            <CountTd label="Ratings" count={rater.ratings} />
            <CountTd label="Repeated" count={rater.repeated} />
            <Td>
              <RaterState rater={rater} actions={actions} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function RaterState({ rater, actions }: { rater: SummaryRater; actions: RaterActions }) {
  const { exclusion } = rater;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      {exclusion ? (
        <div>
          <Tag tone="warn">Left out</Tag>
          <p className="mt-1 text-xs text-ink-2">
            “{exclusion.reason}” {exclusion.by} <RelativeTime at={exclusion.at} />
          </p>
        </div>
      ) : (
        <Tag tone="ok">Counts</Tag>
      )}
      {actions === null ? null : exclusion ? (
        <IncludeForm rater={rater} send={actions.include} />
      ) : (
        <ExcludeForm rater={rater} send={actions.exclude} />
      )}
    </div>
  );
}

function EverywhereBox({ rater, label }: { rater: SummaryRater; label: string }) {
  if (rater.otherImports === 0) return null;
  return (
    <Checkbox
      id={`everywhere-${rater.id}`}
      name="everywhere"
      label={`${label} in ${plural(rater.otherImports, "other import")} as well`}
    />
  );
}

function ExcludeForm({ rater, send }: { rater: SummaryRater; send: SendForm }) {
  const id = `reason-${rater.id}`;
  return (
    <details className="text-sm">
      <summary className="w-fit text-ink-2">Leave out…</summary>
      <div className="mt-2 max-w-96">
        <ActionForm
          send={send}
          fields={{ raterId: String(rater.id) }}
          label="Leave out"
          pendingLabel="Leaving out…"
          size="sm"
        >
          <label htmlFor={id} className="font-medium">
            Why {rater.name} should not count
          </label>
          <TextInput id={id} name="reason" required minLength={3} maxLength={500} aria-describedby={`${id}-help`} />
          <p id={`${id}-help`} className="text-xs text-ink-2">
            The ratings stay, the reason is kept, and you can count them again at any time.
          </p>
          <EverywhereBox rater={rater} label="Leave out" />
        </ActionForm>
      </div>
    </details>
  );
}

function IncludeForm({ rater, send }: { rater: SummaryRater; send: SendForm }) {
  return (
    <ActionForm
      send={send}
      fields={{ raterId: String(rater.id) }}
      label="Count again"
      pendingLabel="Counting…"
      size="sm"
    >
      <EverywhereBox rater={rater} label="Count again" />
    </ActionForm>
  );
}
