import type { PolicyBias } from "#lib/domain/analysis/findings/bias.ts";
import type { OverviewFinding } from "#lib/domain/analysis/findings/overview.ts";

/** The biases of all policies on one dimension. */
export function policiesOf({ byDimension }: OverviewFinding, key: string): readonly PolicyBias[] {
  return byDimension.find(({ dimension }) => dimension === key)?.policies ?? [];
}

/** Policies without a bias on any dimension: there is nothing to draw of them; empty where that holds for all. */
export function undrawnPolicies({ byDimension, policies }: OverviewFinding): string[] {
  const drawn = new Set(
    byDimension.flatMap((part) =>
      part.policies.flatMap(({ policy, bias }) => (bias.value === null ? [] : policy.label)),
    ),
  );
  return drawn.size === 0 ? [] : policies.map(({ label }) => label).filter((label) => !drawn.has(label));
}

/** Keys of dimensions on which no policy has a bias: there is nothing to draw of them; empty where that holds for all. */
export function undrawnDimensions({ byDimension }: OverviewFinding): string[] {
  const without = byDimension.filter(({ policies }) => policies.every(({ bias }) => bias.value === null));
  return without.length === byDimension.length ? [] : without.map(({ dimension }) => dimension);
}
