import { z } from "zod";
import type { Actor } from "#lib/domain/access/actor.ts";
import { VIEW_NAMES, type ViewName } from "#lib/domain/analysis/findings/views.ts";
import { defineOperation } from "../../define-operation.ts";
import { analysisChoiceSchema, askedOf } from "../analysis-input.ts";
import { type ComputedView, computeView, WHOLE } from "../engine/compute-view.ts";
import { forReader } from "../engine/for-reader.ts";
import { giveUpWork, workAhead } from "../engine/work-ahead.ts";

const inputSchema = analysisChoiceSchema.extend({
  view: z.enum(VIEW_NAMES),
  /** Wait for everything that resampling adds, instead of answering first without it. */
  isWhole: z.boolean().default(false),
  /** Nobody looks at it yet: under filters, what resampling adds is not begun for it. */
  isAhead: z.boolean().default(false),
});

/** Views to which resampling adds tests and nothing else. */
const TESTED_VIEWS: readonly ViewName[] = ["overview", "bias"];
/** Whoever turns a filter wants the numbers at once; the rest comes by itself. */
const SLICE = { patienceMs: 20, isGlance: true };

const anyView = defineOperation({
  name: "analysis/get-view",
  permission: "analyses.read",
  input: inputSchema,
  deps: { computeView },
  run: async (actor, { view, isWhole, isAhead, ...choice }, deps): Promise<ComputedView<ViewName>> => {
    giveUpWork();
    const { analysis, question, isExploratory } = await askedOf(choice);
    const isTested = TESTED_VIEWS.includes(view);
    const isPlain = isExploratory && isTested;
    const patience = isExploratory ? { ...SLICE, isAhead } : {};
    const computed = await deps.computeView(question, view, { ...(isWhole ? WHOLE : patience), isPlain });
    const finding = await forReader(actor, computed.finding, isExploratory);
    // Nobody waits for it, and what cannot be computed says so when it is asked for.
    void workAhead(analysis.question, view, { isPlain: isTested }).catch(() => {});
    return { ...computed, finding };
  },
});

/** A choice of one view, so that the type of the finding follows from its name. */
type Wanted<Name extends ViewName> = Omit<z.input<typeof inputSchema>, "view"> & { view: Name };

/**
 * What one view of an analysis finds now. `isPending` is true while intervals that take thousands of resamples are still
 * being computed: the finding is right as far as it goes, and asking again answers the whole one.
 */
export const getView = Object.assign(
  async <Name extends ViewName>(actor: Actor, input: Wanted<Name>, deps?: Parameters<typeof anyView>[2]) =>
    (await anyView(actor, input, deps)) as ComputedView<Name>,
  { operation: anyView.operation },
);
