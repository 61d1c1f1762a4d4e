import { type JudgeFacts, judgeVersion } from "./judge-name.ts";

/** What is known of a judge's version: from its source, from somebody afterwards, what that was before more came, or nothing. */
export type VersionStanding = "source" | "named" | "overtaken" | "unknown";

/** A judge that has ratings here. `version` is the one that counts, empty while it is not known. */
export type ListedJudge = {
  key: string;
  name: string;
  model: string;
  version: string;
  standing: VersionStanding;
  /** What somebody said, with when (ISO 8601); null where nobody did. Of an overtaken one it no longer counts. */
  named: { version: string; at: string } | null;
  isDemo: boolean;
  /** Episodes that its judgments came with. */
  episodes: number;
  files: { id: string; name: string }[];
};

type Named = { version: string; at: string; isOvertaken: boolean };

/** Puts together what a judge's sources and people say of its version; what a source says goes first. */
export function versionStanding(
  judge: JudgeFacts,
  named: Named | null,
): { version: string; standing: VersionStanding } {
  const own = judgeVersion(judge);
  if (own !== "") return { version: own, standing: "source" };
  if (!named) return { version: "", standing: "unknown" };
  return named.isOvertaken ? { version: "", standing: "overtaken" } : { version: named.version, standing: "named" };
}
