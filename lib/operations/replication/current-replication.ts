import { gatherMaterial } from "#lib/domain/analysis/replication/gather-material.ts";
import { replicatePaper } from "#lib/domain/analysis/replication/replicate-paper.ts";
import type { Replication } from "#lib/domain/analysis/replication/replication.ts";
import { readStoredStudy } from "#lib/store/replication.ts";
import { sha256 } from "../sha256.ts";

/** The last replication with the hash of what it was computed from: computing takes a good half second, reading does not. */
let kept: { hash: string; replication: Replication } | null = null;

/** The replication of what the database holds now; computed again only when that has changed. */
export async function currentReplication(): Promise<Replication> {
  const { ratings, episodes, judges } = await readStoredStudy();
  const material = gatherMaterial(ratings, episodes, judges);
  const hash = sha256(JSON.stringify(material));
  if (kept?.hash !== hash) kept = { hash, replication: replicatePaper(material) };
  return kept.replication;
}
