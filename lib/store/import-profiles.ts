import type pg from "pg";
import type { ParsedProfile } from "#lib/domain/episodes/import/parsed-row.ts";
import { isHardScenarioId } from "#lib/domain/scenarios/hard.ts";
import { openConflicts } from "./conflicts.ts";
import { isNew } from "./import-classify.ts";
import { PROFILE_TABLES, type ProfileKind } from "./import-columns.ts";
import type { ClassifiedRecord, ImportBatch, ProfileContent } from "./import-types.ts";
import { insertRows, type RowValues } from "./recordset.ts";

const KINDS = Object.keys(PROFILE_TABLES) as ProfileKind[];

/** Inserts the new characters, scenarios, relationships and combinations of a batch, one statement a kind. */
export async function insertProfiles(
  client: pg.ClientBase,
  batch: ImportBatch,
  classified: ClassifiedRecord[],
): Promise<void> {
  for (const kind of KINDS) {
    const rows = classified.flatMap((item): RowValues[] => {
      const { content } = item.source;
      if (content.outcome === "refused" || content.kind !== kind || !isNew(item)) return [];
      return [{ ...content.row, ...headOf(batch, item, content) }];
    });
    await insertRows(client, PROFILE_TABLES[kind].table, PROFILE_TABLES[kind].columns, rows);
    const inConflict = rows.filter((row) => row.conflict_state === "open").map((row) => row.source_id as string);
    await openConflicts(client, PROFILE_TABLES[kind].table, inConflict);
  }
}

function headOf(batch: ImportBatch, { id, decision }: ClassifiedRecord, content: ProfileContent): RowValues {
  const isConflict = decision.outcome === "conflict";
  return {
    id,
    source_id: content.sourceId,
    variant: isConflict ? decision.variant : 0,
    is_current: !isConflict,
    conflict_state: isConflict ? "open" : null,
    content_hash: content.contentHash,
    import_id: batch.importId,
    is_demo: batch.isDemo,
  };
}

/** The columns of one kind of profile, from the value that the parser made. */
export function profileValues(parsed: ParsedProfile): RowValues {
  switch (parsed.kind) {
    case "agent-profile": {
      const { value } = parsed;
      return {
        first_name: value.firstName,
        last_name: value.lastName,
        age: value.age,
        occupation: value.occupation,
        gender: value.gender,
        gender_pronoun: value.genderPronoun,
        public_info: value.publicInfo,
        big_five: value.bigFive,
        moral_values: value.moralValues,
        schwartz_personal_values: value.schwartzPersonalValues,
        personality_and_values: value.personalityAndValues,
        decision_making_style: value.decisionMakingStyle,
        secret: value.secret,
        mbti: value.mbti,
      };
    }
    case "scenario": {
      const { value } = parsed;
      return {
        codename: value.codename,
        source: value.source,
        scenario: value.scenario,
        goals: value.agentGoals,
        relationship: value.relationship,
        age_constraint: value.ageConstraint,
        occupation_constraint: value.occupationConstraint,
        agent_constraint: value.agentConstraint,
        is_hard: isHardScenarioId(value.sourceId),
      };
    }
    case "relationship": {
      const { value } = parsed;
      return {
        agent1_source_id: value.agentSourceIds[0],
        agent2_source_id: value.agentSourceIds[1],
        relationship: value.relationship,
        background_story: value.backgroundStory,
      };
    }
    case "scenario-combo":
      return {
        scenario_source_id: parsed.value.scenarioSourceId,
        agent_source_ids: parsed.value.agentSourceIds,
      };
  }
}
