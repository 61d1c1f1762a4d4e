import { StateTag } from "#components/studies/state-tag.tsx";
import { formatInteger, plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { DemoTag, Tag } from "#components/ui/tag.tsx";
import type { StudySummary } from "#lib/domain/studies/study.ts";

/** The newest studies with how far they are: submitted annotations of those wanted. */
export function StudyProgressList({ studies }: { studies: StudySummary[] }) {
  return (
    <ul className="divide-y divide-line rounded-surface border border-line bg-surface">
      {studies.map((study) => (
        <li key={study.id} className="grid items-center gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 overflow-x-clip [overflow-wrap:anywhere]">
              <Link href={`/studies/${study.id}`} className="max-w-full min-w-0 font-medium hover:underline">
                {study.name}
              </Link>
              <StateTag state={study.state} />
              {study.kind === "pilot" ? <Tag>Pilot</Tag> : null}
              {study.isDemo ? <DemoTag /> : null}
            </p>
            <p className="mt-0.5 text-xs text-ink-2">
              {plural(study.itemCount, "item")} · {plural(study.annotatorCount, "annotator")} came in
            </p>
          </div>
          <div>
            {study.launchedAt ? (
              <>
                <p className="mb-1 text-xs text-ink-2 tabular-nums">
                  {formatInteger(study.submitted)} of {formatInteger(study.wanted)} annotations
                </p>
                <Progress value={study.submitted} max={study.wanted} label={`Annotations of ${study.name}`} />
              </>
            ) : (
              <p className="text-xs text-ink-2">Not launched</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
