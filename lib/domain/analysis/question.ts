import { z } from "zod";
import { onceRead } from "#lib/domain/shared/once-read.ts";
import { LONGEST_LABEL } from "./policy-labels.ts";

/** Which agent of an episode counts: the one under study, both, or the partner of the one under study. */
export const AGENT_SCOPES = ["learner", "both", "partner"] as const;
export type AgentScope = (typeof AGENT_SCOPES)[number];

/** What counts as independent; `automatic` decides by {@link import("./clusters.ts").chooseClusterRule}. */
export const CLUSTER_RULES = ["automatic", "episode", "scenario"] as const;
export type ClusterRuleWish = (typeof CLUSTER_RULES)[number];

/** The name of an analysis as it stands in lists. */
export const analysisNameSchema = z
  .string()
  .trim()
  .min(1, "Give the analysis a name.")
  .max(120, "Keep the name under 120 characters.");

const key = z.string().trim().min(1).max(300);

/** One policy of the comparison: the names under which the data know it (checkpoints of one model), and how it is called. */
const comparedPolicySchema = z.object({
  names: z.array(key).min(1, "Name at least one policy of the data.").max(60),
  label: z.string().trim().min(1).max(LONGEST_LABEL),
});
export type ComparedPolicy = z.infer<typeof comparedPolicySchema>;

/**
 * A saved question to the ratings: which sources, which judge, which policies in which order, and by which rules. It
 * holds everything that decides a number beside the data themselves, so it is stored, shared and exported whole.
 */
export const analysisQuestionSchema = z
  .object({
    /** Grows when the shape of this document changes. */
    format: z.literal(1).default(1),
    /** Studies and rating imports whose ratings by people count; of these imports the chosen judges count as well. */
    studyIds: z.array(key).max(100).default([]),
    importIds: z.array(key).max(200).default([]),
    /** Further imports of which the chosen judges’ ratings count, and nobody else’s. */
    judgeImportIds: z.array(key).max(200).default([]),
    /** Keys of the judges (see `AnalysisRater.key`). Exactly one unless somebody mixes versions on purpose. */
    judges: z.array(key).max(20).default([]),
    /** In the order in which they are drawn; empty for all that the data hold. */
    policies: z.array(comparedPolicySchema).max(24).default([]),
    /** Label of the policy that the others are compared with; the first one where it is empty. */
    base: z.string().trim().max(LONGEST_LABEL).default(""),
    /** The policy that only ever sits opposite those under study; empty where there is none. */
    partnerPolicies: z.array(key).max(20).default([]),
    /** Labels: of the policies above only these are shown, in their order and colours; empty for all. */
    onlyPolicies: z.array(key).max(60).default([]),
    /** Only agents beside one of these policies (a partner counts by its own); empty for all. */
    onlyPartners: z.array(key).max(60).default([]),
    /** Only items of these scenarios, whoever plays them; keys of `ItemTable.environments`, empty for all. */
    onlyScenarios: z.array(key).max(500).default([]),
    /** Of people only those of these studies and imports, by id; empty for all. The judge is not touched. */
    onlyPeople: z.array(key).max(300).default([]),
    whichAgent: z.enum(AGENT_SCOPES).default("learner"),
    /** Keys of dimensions; empty for all. */
    dimensions: z.array(key).max(60).default([]),
    clusterRule: z.enum(CLUSTER_RULES).default("automatic"),
    /** Keys of raters left out in this analysis alone, beside the recorded exclusions. */
    leftOutRaters: z.array(key).max(2_000).default([]),
    /** Recorded exclusions are honoured unless this says otherwise. */
    countExcluded: z.boolean().default(false),
    /** Keep rows that repeat an earlier one byte for byte, as the published figures do. */
    keepDuplicates: z.boolean().default(true),
    /** Where one person rated an item twice, both ratings enter the means; agreement takes the first alone anyway. */
    keepSecondRatings: z.boolean().default(true),
    /** Count ratings of items that somebody chose by hand in means and biases too; agreement and single cells have them anyway. */
    keepChosenByHand: z.boolean().default(false),
    /** Whether the items that people rated are a random sample of all items the judge rated, where no source recorded it. */
    samplingIsRandom: z.boolean().default(false),
    /** Share of intervals that cover the truth. */
    confidence: z.number().min(0.5).max(0.999).default(0.95),
    seed: z.int().min(0).max(2_147_483_647).default(1),
    resamples: z.int().min(200).max(20_000).default(2_000),
    /** Price of a person in the alternative-annotator test. */
    epsilon: z.number().min(0).max(0.5).default(0.1),
    /** Half-width of the interval of the bias that is aimed at, in points. */
    targetHalfWidth: z.number().min(0.05).max(10).default(0.5),
  })
  .superRefine(
    (question, context) => {
      for (const message of policyProblems(question.policies, question.base))
        context.addIssue({ code: "custom", path: ["policies"], message });
    },
    onceRead(z.object({ policies: z.array(comparedPolicySchema), base: z.string() })),
  );

/** A question as somebody may save it now: whose ratings count has to be said. Questions of long ago are read without that. */
export const askedQuestionSchema = analysisQuestionSchema.superRefine(
  ({ studyIds, importIds }, context) => {
    if (studyIds.length + importIds.length > 0) return;
    const message = "Choose whose ratings count: at least one study, or one file with ratings by people.";
    context.addIssue({ code: "custom", path: ["studyIds"], message });
  },
  onceRead(z.object({ studyIds: z.array(key), importIds: z.array(key) })),
);

export type AnalysisQuestion = z.output<typeof analysisQuestionSchema>;
export type AnalysisQuestionInput = z.input<typeof analysisQuestionSchema>;

/** What is wrong with the chosen policies, as sentences: a label or a name that stands twice, a base that is not there. */
function policyProblems(policies: readonly ComparedPolicy[], base: string): string[] {
  const problems: string[] = [];
  const labels = policies.map((policy) => policy.label);
  for (const label of repeated(labels)) problems.push(`Two policies are called “${label}”. Give each its own name.`);
  for (const name of repeated(policies.flatMap((policy) => policy.names)))
    problems.push(`The policy “${name}” stands in two rows. Leave it in one.`);
  if (base !== "" && policies.length > 0 && !labels.includes(base))
    problems.push(`The base “${base}” is not among the policies that are compared.`);
  return problems;
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
