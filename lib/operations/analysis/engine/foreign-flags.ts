import type { Actor } from "#lib/domain/access/actor.ts";
import { hideFlags } from "#lib/domain/analysis/compute/hide-flags.ts";
import type { AnnotatorsFinding } from "#lib/domain/analysis/findings/annotators.ts";
import { listOwnSources } from "#lib/store/analysis-sources.ts";

/** Flags of annotators are for the owner of their study or import alone. */
export async function withoutForeignFlags(actor: Actor, finding: AnnotatorsFinding): Promise<AnnotatorsFinding> {
  if (actor.kind === "system") return finding;
  const sources = new Set(finding.byDimension.flatMap(({ rows }) => rows.map((row) => row.sourceId)));
  const own = actor.kind === "user" ? await listOwnSources(actor.userId, [...sources]) : [];
  return hideFlags(finding, own);
}
