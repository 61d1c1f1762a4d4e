import type { AnnotatorsFinding } from "../findings/annotators.ts";

/** Takes the flags off annotators whose study or import is not among `ownSources`. The numbers themselves stay. */
export function hideFlags(finding: AnnotatorsFinding, ownSources: readonly string[]): AnnotatorsFinding {
  const isOwn = ({ sourceId }: { sourceId: string }) => ownSources.includes(sourceId);
  const byDimension = finding.byDimension.map((dimension) => ({
    ...dimension,
    rows: dimension.rows.map((row) => (isOwn(row) ? row : { ...row, flags: [] })),
  }));
  const showsFlags = finding.byDimension.every(({ rows }) => rows.every(isOwn));
  return { ...finding, byDimension, showsFlags };
}
