import type { Band, Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { DimensionHue } from "#lib/domain/dimensions/hues.ts";
import { teachingOf } from "#lib/domain/dimensions/teaching.ts";
import type { PanelKind } from "#lib/domain/studies/design.ts";
import type { StudyState } from "#lib/domain/studies/lifecycle.ts";
import { repeatRows } from "./sql.ts";

/** The part of a study that never changes after launch, as an annotator's visit needs it. */
export type StudyFacts = {
  id: string;
  entryToken: string;
  minutesPerItem: number;
  itemsPerAnnotator: number;
  hasPractice: boolean;
  isDesktopOnly: boolean;
  guidelinesVersion: string;
  consentVersion: string;
  consentText: string;
  contact: string;
  panelKind: PanelKind;
  panelStudyId: string;
  completionUrl: string;
  qualifyingStudyId: string | null;
  rewardMinor: number | null;
  currency: string;
  dimensions: Dimension[];
};

type FactsRow = Omit<StudyFacts, "dimensions"> & {
  state: StudyState;
  isLaunched: boolean;
  dimensions: (Omit<Dimension, "hue" | "bands" | "examples"> & {
    hue: string;
    bands: Band[];
    description: string;
    examples: unknown;
  })[];
};

/** Frozen studies only: a draft is read anew each time. Oldest entries go first when it is full. */
const frozen = new Map<string, StudyFacts>();
const KEPT = 200;

const READ_FACTS = `
  SELECT s.id, s.entry_token AS "entryToken", s.state, s.launched_at IS NOT NULL AS "isLaunched",
    s.minutes_per_item AS "minutesPerItem", s.items_per_annotator AS "itemsPerAnnotator",
    s.has_practice AS "hasPractice", s.is_desktop_only AS "isDesktopOnly",
    s.guidelines_version AS "guidelinesVersion", s.consent_version AS "consentVersion",
    s.consent_text AS "consentText", s.contact, s.panel_kind AS "panelKind", s.panel_study_id AS "panelStudyId",
    s.completion_url AS "completionUrl", s.qualifying_study_id AS "qualifyingStudyId",
    s.reward_minor AS "rewardMinor", s.currency,
    (SELECT jsonb_agg(jsonb_build_object('id', d.dimension, 'symbol', d.symbol, 'name', d.name, 'question', d.question,
        'direction', d.direction, 'min', d.min, 'max', d.max, 'bands', d.bands, 'hue', d.hue,
        'description', d.description, 'examples', d.examples) ORDER BY d.position)
      FROM study_dimensions d WHERE d.study_id = s.id) AS dimensions
  FROM studies s WHERE `;

/** The facts of a study by its id, or null. Kept in memory once the study is launched, since they no longer change. */
export async function findStudyFacts(studyId: string): Promise<StudyFacts | null> {
  const kept = frozen.get(studyId);
  if (kept) return kept;
  const [row] = await repeatRows<FactsRow>(`${READ_FACTS} s.id = $1`, [studyId]);
  return row ? remember(row) : null;
}

/** The facts of the study behind an entry link with its state now, or null for a link that leads nowhere. */
export async function findStudyByEntryToken(
  entryToken: string,
): Promise<{ facts: StudyFacts; state: StudyState } | null> {
  const [row] = await repeatRows<FactsRow>(`${READ_FACTS} s.entry_token = $1`, [entryToken]);
  return row ? { facts: remember(row), state: row.state } : null;
}

function remember(row: FactsRow): StudyFacts {
  const { state: _state, isLaunched, dimensions, ...rest } = row;
  const facts: StudyFacts = { ...rest, dimensions: (dimensions ?? []).map(toDimension) };
  if (!isLaunched) return facts;
  frozen.set(facts.id, facts);
  const oldest = frozen.keys().next().value;
  if (frozen.size > KEPT && oldest !== undefined) frozen.delete(oldest);
  return facts;
}

function toDimension({ description, examples, ...row }: FactsRow["dimensions"][number]): Dimension {
  return { ...row, hue: row.hue as DimensionHue, ...teachingOf({ description, examples }) };
}
