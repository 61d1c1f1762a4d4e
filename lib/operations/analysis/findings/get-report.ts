import type { Actor } from "#lib/domain/access/actor.ts";
import { type Findings, VIEW_NAMES, type ViewName } from "#lib/domain/analysis/findings/views.ts";
import { methodsParagraph } from "#lib/domain/analysis/methods.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { defineOperation } from "../../define-operation.ts";
import { analysisChoiceSchema, askedOf } from "../analysis-input.ts";
import { type ComputedView, computeView } from "../engine/compute-view.ts";
import { forReader } from "../engine/for-reader.ts";

/** One view of a report; `isPending` while intervals of it are still being computed. */
export type ReportedView = { finding: Findings[ViewName]; isPending: boolean };

/** Everything that an analysis finds: its views in their order, the methods paragraph, the question with all settings. */
export type AnalysisReport = {
  views: ReportedView[];
  methods: string;
  question: AnalysisQuestion;
  /** The filters of the reader are not those that were saved. */
  isExploratory: boolean;
  fingerprint: string;
};

/**
 * What all views of an analysis find now, under one question. Views that resample a lot may come without their intervals
 * at first (`isPending`); `analysis/get-view` answers those whole. Throws `NOT_FOUND`.
 */
export const getReport = defineOperation({
  name: "analysis/get-report",
  permission: "analyses.read",
  input: analysisChoiceSchema,
  deps: { computeView },
  run: async (actor, choice, deps): Promise<AnalysisReport> => {
    const { question, isExploratory } = await askedOf(choice);
    const computed = await Promise.all(VIEW_NAMES.map((view) => deps.computeView(question, view)));
    const bias = computed.find(({ finding }) => finding.view === "bias") ?? computed[0];
    return {
      views: await Promise.all(computed.map((view) => shown(actor, view, isExploratory))),
      methods: bias ? methodsParagraph(question, bias.finding) : "",
      question,
      isExploratory,
      fingerprint: bias?.fingerprint ?? "",
    };
  },
});

async function shown(
  actor: Actor,
  { finding, isPending }: ComputedView<ViewName>,
  isExploratory: boolean,
): Promise<ReportedView> {
  return { finding: await forReader(actor, finding, isExploratory), isPending };
}
