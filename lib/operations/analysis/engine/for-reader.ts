import type { Actor } from "#lib/domain/access/actor.ts";
import { asExploratory } from "#lib/domain/analysis/exploratory.ts";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { withoutForeignFlags } from "./foreign-flags.ts";

/**
 * A finding as this reader may have it: marked as exploratory where filters are not saved, and without flags of
 * annotators that are for somebody else.
 */
export async function forReader<Name extends ViewName>(
  actor: Actor,
  finding: Findings[Name],
  isExploratory: boolean,
): Promise<Findings[Name]> {
  const marked: Findings[ViewName] = isExploratory ? asExploratory(finding) : finding;
  const shown = marked.view === "annotators" ? await withoutForeignFlags(actor, marked) : marked;
  return shown as Findings[Name];
}
