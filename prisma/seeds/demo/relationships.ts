import type { RelationshipProfile } from "#lib/domain/scenarios/relationship.ts";

/** How the demo's characters know each other, in the order in which they are seated. */
export const DEMO_RELATIONSHIPS: RelationshipProfile[] = [
  {
    sourceId: "demo-relationship-01",
    agentSourceIds: ["demo-agent-01", "demo-agent-02"],
    relationship: 2,
    backgroundStory: "He has bought from her stall for three summers; they have never met anywhere else.",
  },
  {
    sourceId: "demo-relationship-02",
    agentSourceIds: ["demo-agent-05", "demo-agent-06"],
    relationship: 3,
    backgroundStory: "They met at an open-mic night and have played together for four years.",
  },
  {
    sourceId: "demo-relationship-03",
    agentSourceIds: ["demo-agent-03", "demo-agent-04"],
    relationship: 2,
    backgroundStory: "They have worked the same nights for two years and talk about patients, seldom about themselves.",
  },
  {
    sourceId: "demo-relationship-04",
    agentSourceIds: ["demo-agent-06", "demo-agent-14"],
    relationship: 3,
    backgroundStory: "They shared a house after college and still help each other move.",
  },
  {
    sourceId: "demo-relationship-05",
    agentSourceIds: ["demo-agent-11", "demo-agent-05"],
    relationship: 2,
    backgroundStory: "They have shared an apartment since September.",
  },
  {
    sourceId: "demo-relationship-06",
    agentSourceIds: ["demo-agent-07", "demo-agent-08"],
    relationship: 0,
    backgroundStory: null,
  },
  {
    sourceId: "demo-relationship-07",
    agentSourceIds: ["demo-agent-09", "demo-agent-10"],
    relationship: 1,
    backgroundStory: "They have exchanged e-mails about one exhibit.",
  },
  {
    sourceId: "demo-relationship-08",
    agentSourceIds: ["demo-agent-12", "demo-agent-13"],
    relationship: 5,
    backgroundStory: "He is her late mother’s brother.",
  },
  {
    sourceId: "demo-relationship-09",
    agentSourceIds: ["demo-agent-13", "demo-agent-11"],
    relationship: 3,
    backgroundStory: "She keeps the books of the flower shop, and they have become friends over it.",
  },
  {
    sourceId: "demo-relationship-10",
    agentSourceIds: ["demo-agent-14", "demo-agent-03"],
    relationship: 4,
    backgroundStory: "They have been a couple for four years and have lived together for three.",
  },
];
