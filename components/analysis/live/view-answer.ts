import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";

/**
 * What a view finds under one query, with the fingerprint of the question and the data; `isPending` while intervals of it
 * are still being computed.
 */
export type ViewAnswer<Name extends ViewName = ViewName> = {
  finding: Findings[Name];
  isPending: boolean;
  fingerprint: string;
};

/** An answer and the query that it belongs to, as `filterQueryOf` writes it. */
export type ShownView<Name extends ViewName = ViewName> = ViewAnswer<Name> & { query: string };
