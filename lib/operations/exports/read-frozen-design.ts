import { frozenDesignText } from "#lib/domain/studies/design-hash.ts";
import type { ExportedStudy } from "#lib/domain/studies/export/record.ts";
import { getDb } from "#lib/store/db.ts";
import { findFrozenText, findStudy } from "#lib/store/studies.ts";
import { listFrozenItems } from "#lib/store/study-items.ts";
import { sha256 } from "../sha256.ts";

/**
 * The text whose SHA-256 is a study’s design hash. Where it was not kept at launch it is made again, and given only if the
 * hash is met, that is if nothing was added since. Empty otherwise, and for a draft.
 */
export async function readFrozenDesign({ studyId, designHash }: ExportedStudy): Promise<string> {
  if (designHash === "") return "";
  const kept = await findFrozenText(getDb(), studyId);
  if (kept !== null) return kept;
  const study = await findStudy(getDb(), studyId);
  if (!study) return "";
  const { design, consentVersion, sampling } = study;
  const items = await listFrozenItems(getDb(), studyId);
  const text = frozenDesignText({ design, consentVersion, sampling, items });
  return sha256(text) === designHash ? text : "";
}
