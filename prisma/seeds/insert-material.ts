import { randomUUID } from "node:crypto";
import { getDb } from "#lib/store/db.ts";
import type { Prisma } from "#lib/store/generated/client.ts";
import { packRaw } from "#lib/store/raw-record.ts";
import {
  DEMO_AGENT_PROFILES,
  DEMO_COMBOS,
  DEMO_EPISODES,
  DEMO_JUDGE,
  DEMO_JUDGE_VERSION,
  DEMO_RELATIONSHIPS,
  DEMO_SCENARIOS,
} from "./demo/index.ts";
import type { DemoEpisode } from "./demo/types.ts";

type Hash = (text: string) => string;

/** Inserts the demo's characters, scenarios, relationships, episodes and judgments in one transaction. */
export async function insertDemoMaterial(hash: Hash): Promise<void> {
  const judgeId = randomUUID();
  const episodes = DEMO_EPISODES.map((episode) => ({ id: randomUUID(), episode }));
  await getDb().$transaction(async (tx) => {
    await tx.agentProfile.createMany({
      data: DEMO_AGENT_PROFILES.map(({ tag: _tag, ...profile }) => ({ ...profile, ...shared(profile, hash) })),
    });
    await tx.scenario.createMany({ data: DEMO_SCENARIOS.map((scenario) => scenarioRow(scenario, hash)) });
    await tx.relationshipProfile.createMany({
      data: DEMO_RELATIONSHIPS.map((relationship) => ({
        sourceId: relationship.sourceId,
        agent1SourceId: relationship.agentSourceIds[0],
        agent2SourceId: relationship.agentSourceIds[1],
        relationship: relationship.relationship,
        backgroundStory: relationship.backgroundStory,
        ...shared(relationship, hash),
      })),
    });
    await tx.scenarioCombo.createMany({ data: DEMO_COMBOS.map((combo) => ({ ...combo, ...shared(combo, hash) })) });
    await tx.judge.create({
      data: {
        id: judgeId,
        name: DEMO_JUDGE,
        model: DEMO_JUDGE,
        version: DEMO_JUDGE_VERSION,
        kind: "demo",
        isDemo: true,
      },
    });
    await tx.episode.createMany({ data: episodes.map(({ id, episode }) => episodeRow(id, episode, hash)) });
    await tx.episodeRecord.createMany({
      data: episodes.map(({ id, episode }) => ({
        episodeId: id,
        document: episode.document as Prisma.InputJsonValue,
        raw: packRaw(JSON.stringify(episode, null, 2)),
      })),
    });
    await insertJudgments(tx, judgeId, episodes);
  });
}

function shared(record: object, hash: Hash): { contentHash: string; raw: string; isDemo: true } {
  const raw = JSON.stringify(record, null, 2);
  return { contentHash: hash(raw), raw, isDemo: true };
}

function scenarioRow(scenario: (typeof DEMO_SCENARIOS)[number], hash: Hash): Prisma.ScenarioCreateManyInput {
  const { agentGoals, tag: _tag, relationship, ...rest } = scenario;
  return { ...rest, goals: [...agentGoals], relationship, ...shared(scenario, hash) };
}

function episodeRow(id: string, episode: DemoEpisode, hash: Hash): Prisma.EpisodeCreateManyInput {
  const scenario = DEMO_SCENARIOS.find((one) => one.sourceId === episode.scenarioSourceId);
  const [agent1, agent2] = episode.document.agents;
  return {
    id,
    sourceId: episode.sourceId,
    contentHash: hash(JSON.stringify(episode)),
    meaningHash: hash(JSON.stringify(episode)),
    dialogueHash: hash(JSON.stringify(episode.document.turns)),
    shape: "demo",
    scenarioSourceId: episode.scenarioSourceId,
    codename: scenario?.codename ?? "",
    scenarioText: episode.document.scenario,
    agent1Name: agent1.name,
    agent2Name: agent2.name,
    agent1SourceId: episode.agentSourceIds[0],
    agent2SourceId: episode.agentSourceIds[1],
    agent1Policy: episode.policies[0],
    agent2Policy: episode.policies[1],
    environmentModel: DEMO_JUDGE,
    relationship: episode.relationship,
    tag: "demo",
    turnCount: episode.document.turns.length,
    isHard: scenario?.isHard ?? false,
    hasJudgments: true,
    sourceFile: "demo",
    isDemo: true,
  };
}

async function insertJudgments(
  tx: Prisma.TransactionClient,
  judgeId: string,
  episodes: { id: string; episode: DemoEpisode }[],
): Promise<void> {
  const judgments = episodes.map(({ id, episode }) => ({ id: randomUUID(), episodeId: id, judgeId, episode }));
  await tx.judgment.createMany({ data: judgments.map(({ episode: _episode, ...row }) => row) });
  await tx.judgmentRating.createMany({
    data: judgments.flatMap(({ id, episode }) =>
      episode.judgment.ratings.map(({ agent, dimensionId, score, rationale }) => ({
        judgmentId: id,
        agent,
        dimension: dimensionId,
        score,
        rationale,
      })),
    ),
  });
}
