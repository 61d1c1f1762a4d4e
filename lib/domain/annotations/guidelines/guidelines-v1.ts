import type { Guidelines } from "./types.ts";
import { BELIEVABILITY_V1 } from "./v1/believability.ts";
import { CHECK_V1 } from "./v1/check.ts";
import { AI_USE_V1, CONSENT_TEXT_V1 } from "./v1/consent.ts";
import { FINANCIAL_V1 } from "./v1/financial.ts";
import { GOAL_V1 } from "./v1/goal.ts";
import { KNOWLEDGE_V1 } from "./v1/knowledge.ts";
import { OVERVIEW_V1 } from "./v1/overview.ts";
import { PRACTICE_V1 } from "./v1/practice.ts";
import { RELATIONSHIP_V1 } from "./v1/relationship.ts";
import { SECRET_V1 } from "./v1/secret.ts";
import { SOCIAL_RULES_V1 } from "./v1/social-rules.ts";
import { WORKED_EXAMPLE_V1 } from "./v1/worked-example.ts";

/** The first version of the guidelines. Never edited once a study used it: a change of words is a new version. */
export const GUIDELINES_V1: Guidelines = {
  version: "1",
  title: "How to rate a conversation",
  overview: OVERVIEW_V1,
  dimensions: {
    believability: BELIEVABILITY_V1,
    relationship: RELATIONSHIP_V1,
    knowledge: KNOWLEDGE_V1,
    secret: SECRET_V1,
    social_rules: SOCIAL_RULES_V1,
    financial_and_material_benefits: FINANCIAL_V1,
    goal: GOAL_V1,
  },
  workedExample: WORKED_EXAMPLE_V1,
  check: CHECK_V1,
  practice: PRACTICE_V1,
  consentText: CONSENT_TEXT_V1,
  aiUse: AI_USE_V1,
};
