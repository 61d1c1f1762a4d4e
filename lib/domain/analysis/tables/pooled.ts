import { POOLED } from "../words.ts";

/** A part of a finding with the name that its row gets. */
export type Named<Part> = { name: string; one: Part };

/** What a finding holds of each policy, under the policy's name, and last the part over all of them. */
export function withPooled<Part>(
  parts: readonly (Part & { policy: { label: string } })[],
  pooled: Part,
): Named<Part>[] {
  return [...parts.map((one) => ({ name: one.policy.label, one })), { name: POOLED, one: pooled }];
}
