import { agentProfileSchema } from "#lib/domain/scenarios/agent-profile.ts";
import { relationshipProfileSchema } from "#lib/domain/scenarios/relationship.ts";
import { NO_AGE_CONSTRAINT, scenarioComboSchema, scenarioSchema } from "#lib/domain/scenarios/scenario.ts";
import { type RepairLog, textList, textOf } from "./fields.ts";
import type { JsonObject } from "./parsed-row.ts";
import { profileFields } from "./profile-fields.ts";

/** A profile read, or what is wrong with it as a whole sentence. */
export type ProfileResult<T> = { value: T } | { problem: string };

type Schema<T> = {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: Issue[] } };
};
type Issue = { path: PropertyKey[]; message: string };

function check<T>(schema: Schema<T>, value: unknown): ProfileResult<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  return { problem: `The field “${issue?.path.join(".") ?? ""}” cannot be used: ${issue?.message ?? "not valid"}.` };
}

/** Reads an AgentProfile record. */
export function readAgentProfile(record: JsonObject, sourceId: string, log: RepairLog) {
  const fields = profileFields(record, log);
  return check(agentProfileSchema, {
    sourceId,
    firstName: fields.text("first_name"),
    lastName: fields.text("last_name"),
    age: fields.integer("age"),
    occupation: fields.text("occupation"),
    gender: fields.text("gender"),
    genderPronoun: fields.text("gender_pronoun"),
    publicInfo: fields.text("public_info"),
    bigFive: fields.text("big_five"),
    moralValues: fields.list("moral_values"),
    schwartzPersonalValues: fields.list("schwartz_personal_values"),
    personalityAndValues: fields.text("personality_and_values"),
    decisionMakingStyle: fields.text("decision_making_style"),
    secret: fields.optional("secret") ?? "",
    mbti: fields.text("mbti"),
    tag: fields.text("tag"),
  });
}

/** Reads an EnvironmentProfile record. Goals must be exactly two. */
export function readScenario(record: JsonObject, sourceId: string, log: RepairLog) {
  const fields = profileFields(record, log);
  const goals = textList(record.agent_goals);
  if (goals.length !== 2) return { problem: `It has ${goals.length} goals; a scenario has two, one for each agent.` };
  const age = fields.optional("age_constraint");
  return check(scenarioSchema, {
    sourceId,
    codename: fields.text("codename"),
    source: fields.optional("source") ?? "",
    scenario: fields.text("scenario"),
    agentGoals: goals.map((goal) => fields.clean(goal, "agent_goals")),
    relationship: fields.relationship("relationship"),
    ageConstraint: age === NO_AGE_CONSTRAINT ? null : age,
    occupationConstraint: fields.optional("occupation_constraint"),
    agentConstraint: fields.optional("agent_constraint"),
    tag: fields.text("tag"),
  });
}

/** Reads a RelationshipProfile record; `agent1_id` and `agent_1_id` are the same field. */
export function readRelationship(record: JsonObject, sourceId: string, log: RepairLog) {
  const fields = profileFields(record, log);
  return check(relationshipProfileSchema, {
    sourceId,
    agentSourceIds: [
      textOf(record.agent1_id ?? record.agent_1_id).trim(),
      textOf(record.agent2_id ?? record.agent_2_id).trim(),
    ],
    relationship: fields.relationship("relationship") ?? undefined,
    backgroundStory: fields.optional("background_story"),
  });
}

/** Reads an EnvAgentComboStorage record. */
export function readScenarioCombo(record: JsonObject, sourceId: string) {
  return check(scenarioComboSchema, {
    sourceId,
    scenarioSourceId: textOf(record.env_id).trim(),
    agentSourceIds: textList(record.agent_ids).map((id) => id.trim()),
  });
}
