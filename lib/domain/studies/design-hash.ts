import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import type { StudyDesign } from "./design.ts";
import type { SamplingRecord } from "./sampling-plan.ts";

/** The part of a study that launch freezes; its hash is published with every export. */
export type FrozenDesign = {
  design: StudyDesign;
  consentVersion: string;
  sampling: SamplingRecord;
  items: readonly { episodeContentHash: string; stratum: string; inclusionProbability: number }[];
};

/**
 * A frozen design as one text: canonical JSON, so that equal designs over equal episodes give equal texts on every
 * installation. Neither our ids nor the name of the study enter.
 */
export function frozenDesignText(frozen: FrozenDesign): string {
  const { name: _name, qualifyingStudyId, ...design } = frozen.design;
  const draws = frozen.sampling.draws.map(({ at: _at, ...draw }) => draw);
  return canonicalJson({
    design: { ...design, isQualified: qualifyingStudyId !== null },
    consentVersion: frozen.consentVersion,
    draws,
    items: frozen.items,
  });
}

/** Tells one state of a draft's design from another, so that nobody saves over what somebody else has changed meanwhile. */
export function designMarkOf(design: StudyDesign, hash: (text: string) => string): string {
  return hash(canonicalJson(design));
}

/** The hash of a frozen design: that of its text. `hash` is SHA-256 in hexadecimal on the server. */
export function designHash(frozen: FrozenDesign, hash: (text: string) => string): string {
  return hash(frozenDesignText(frozen));
}

/**
 * The version under which a consent text is recorded: that of the standard text where it was left as it is, else one
 * derived from the words, so that two texts never share a version.
 */
export function consentVersionOf(
  text: string,
  standard: { version: string; body: string },
  hash: (text: string) => string,
): string {
  const plain = (value: string) => value.replace(/\r\n/g, "\n").trim();
  if (plain(text) === plain(standard.body)) return standard.version;
  return `custom-${hash(plain(text)).slice(0, 8)}`;
}
