import type { Column } from "./column.ts";
import type { ExportedItem } from "./record.ts";

type ItemId = Pick<ExportedItem, "itemPosition" | "episodeId" | "episodeVariant">;

/** Columns by which an item is found again: its place in the study, and its episode. */
export const ITEM_ID_COLUMNS: Column<ItemId>[] = [
  {
    name: "item",
    type: "integer",
    meaning: "Position of the item in the study, from 1.",
    value: (row) => row.itemPosition,
  },
  { name: "episode", type: "string", meaning: "Id that the source gave the episode.", value: (row) => row.episodeId },
  {
    name: "episode_variant",
    type: "integer",
    meaning: "0, or 1, 2, … where different contents came under one episode id.",
    value: (row) => row.episodeVariant,
  },
];

/** Columns that say which item a row is about. */
export const ITEM_COLUMNS: Column<ExportedItem>[] = [
  ...ITEM_ID_COLUMNS,
  {
    name: "scenario_codename",
    type: "string",
    meaning: "Codename of the scenario, empty when unknown.",
    value: (row) => row.codename,
  },
  { name: "tag", type: "string", meaning: "Tag of the experiment that produced the episode.", value: (row) => row.tag },
  {
    name: "agent_1_name",
    type: "string",
    meaning: "Name of agent 1 in the episode.",
    value: (row) => row.agentNames[0],
  },
  {
    name: "agent_2_name",
    type: "string",
    meaning: "Name of agent 2 in the episode.",
    value: (row) => row.agentNames[1],
  },
  {
    name: "agent_1_policy",
    type: "string",
    meaning: "Policy that drove agent 1; empty when the source is silent.",
    value: (row) => row.policies[0],
  },
  {
    name: "agent_2_policy",
    type: "string",
    meaning: "Policy that drove agent 2; empty when the source is silent.",
    value: (row) => row.policies[1],
  },
  {
    name: "stratum",
    type: "string",
    meaning: "Stratum of the sample the item was drawn from; empty without strata.",
    value: (row) => row.stratum,
  },
  {
    name: "inclusion_probability",
    type: "number",
    meaning: "Chance with which the episode entered the study, in (0, 1].",
    value: (row) => row.inclusionProbability,
  },
];
