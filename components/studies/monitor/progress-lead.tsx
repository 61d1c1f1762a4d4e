import { formatInteger, formatProgress, plural } from "#components/ui/format.ts";
import { glued } from "#components/ui/glued.ts";
import { Progress } from "#components/ui/progress.tsx";
import type { StudyProgress } from "#lib/domain/studies/progress.ts";

/** Where the study stands in one sentence and one bar. */
export function ProgressLead({ progress }: { progress: StudyProgress }) {
  const { annotations, items, atWork } = progress;
  const inSlots = annotations.submitted - annotations.extra;
  return (
    <div>
      <p className="font-text text-xl">
        <strong>
          {formatInteger(inSlots)} of {formatInteger(annotations.wanted)}
        </strong>{" "}
        annotations are in
        {annotations.wanted > 0 ? glued(` (${formatProgress(inSlots, annotations.wanted)})`) : ""}.{" "}
        {atWork === 0 ? "Nobody is at work right now." : `${plural(atWork, "person is", "people are")} at work.`}
      </p>
      <Progress value={inSlots} max={annotations.wanted} label="Annotations submitted" className="mt-3" />
      <p className="mt-2 text-sm text-ink-2">
        {formatInteger(items.complete)} of {plural(items.total, "item")} complete, {formatInteger(items.begun)} begun,{" "}
        {formatInteger(items.untouched)} untouched
        {annotations.extra > 0 ? `; ${plural(annotations.extra, "extra annotation")} from late finishes` : ""}
        {annotations.excluded > 0 ? `; ${formatInteger(annotations.excluded)} excluded` : ""}.
      </p>
    </div>
  );
}
