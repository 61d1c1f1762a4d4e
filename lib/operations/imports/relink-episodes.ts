import { decodeRecord } from "#lib/domain/episodes/import/decode-record.ts";
import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import { type EpisodeToRelink, listEpisodesToRelink, type Relinked, writeRelinked } from "#lib/store/import-relink.ts";
import { meaningHashOf, sha256 } from "./parse-batch.ts";
import { ProfileCache } from "./profile-cache.ts";

const AT_ONCE = 100;

/** A stored raw record as the import decoded it. */
function decodeRaw(raw: string): unknown {
  const decoded = decodeRecord({ text: raw, line: 1 });
  return decoded.ok ? decoded.records[0] : null;
}

/**
 * Reads again the episodes that came before the characters or scenarios of this import, so that the order of files
 * makes no difference. May be repeated; stops early when `isStopped` says so.
 */
export async function relinkEpisodes(importId: string, isStopped: () => boolean): Promise<void> {
  const cache = new ProfileCache();
  let after = "";
  while (!isStopped()) {
    const episodes = await listEpisodesToRelink(importId, after, AT_ONCE);
    const last = episodes.at(-1);
    if (!last) return;
    await readAgain(episodes, cache);
    after = last.id;
  }
}

/** Reads episodes again from their raw records, with the profiles that count now, and writes what comes of it. */
export async function readAgain(episodes: readonly EpisodeToRelink[], cache: ProfileCache): Promise<void> {
  const records = episodes.map(({ id, raw }) => ({ id, json: decodeRaw(raw) }));
  await cache.prepare(records.map(({ json }) => json));
  const read = records.flatMap(({ id, json }): Relinked[] => {
    const parsed = parseRecord(json, { hash: sha256, profiles: cache });
    if (parsed.outcome === "refused" || parsed.kind !== "episode") return [];
    return [{ id, parsed, meaningHash: meaningHashOf(parsed) }];
  });
  await writeRelinked(read);
}
