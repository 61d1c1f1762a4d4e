"use client";
import { GAP_DIRECTIONS, type GapDirection } from "#lib/domain/analysis/findings/disagreements.ts";
import { chooseInAddress, useAddressChoice } from "../frame/address-choice.ts";
import { queryOfViews } from "../frame/views-query.ts";

/** Which gaps are listed: of one policy or of all (""), whichever way judge and people differ or one way. */
export type GapChoice = { policy: string; direction: GapDirection };

/** What an address says under the two names; what is not known there counts as not said. */
export function gapChoiceOf(
  { policy, direction }: { policy: string | null; direction: string | null },
  policies: readonly string[],
): GapChoice {
  return {
    policy: policies.find((label) => label === policy) ?? "",
    direction: GAP_DIRECTIONS.find((name) => name === direction) ?? "both",
  };
}

/** The choice of the address, followed while it changes, so that a link shows the same list. */
export function useGapChoice(policies: readonly string[]): GapChoice {
  const [policy, direction] = [useAddressChoice("policy"), useAddressChoice("direction")];
  return gapChoiceOf({ policy, direction }, policies);
}

/** Puts a choice into the address. */
export function chooseGaps({ policy, direction }: Partial<GapChoice>): void {
  if (policy !== undefined) chooseInAddress("policy", policy);
  if (direction !== undefined) chooseInAddress("direction", direction === "both" ? "" : direction);
}

/** Where the list is asked for, under the filters of the page’s address. */
export function listHref(
  { analysisId, dimension }: { analysisId: string; dimension: string },
  { policy, direction }: GapChoice,
  search: URLSearchParams,
): string {
  const parameters = new URLSearchParams(queryOfViews(search));
  parameters.set("dimension", dimension);
  parameters.set("direction", direction);
  if (policy) parameters.set("policy", policy);
  return `/api/v1/analyses/${analysisId}/disagreements?${parameters}`;
}
