import { Callout } from "#components/ui/callout.tsx";
import { Link } from "#components/ui/link.tsx";
import type { loadAnalysis } from "./analysis.ts";

type Props = {
  analysis: Pick<Awaited<ReturnType<typeof loadAnalysis>>["analysis"], "id" | "version" | "latestVersion">;
};

/** Says that an older version of the question is shown; nothing for the newest. */
export function VersionNote({ analysis }: Props) {
  if (analysis.version === analysis.latestVersion) return null;
  return (
    <div className="mb-4">
      <Callout>
        <p>
          This is version {analysis.version} of the question.{" "}
          <span className="print:hidden">
            <Link href={`/analysis/${analysis.id}`} className="link">
              Show version {analysis.latestVersion}, the newest
            </Link>
            .
          </span>
        </p>
      </Callout>
    </div>
  );
}
