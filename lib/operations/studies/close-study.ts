import { z } from "zod";
import { defineOperation } from "../define-operation.ts";
import { takeStudyStep } from "./take-study-step.ts";

/** Ends a study for good: nobody new is admitted. Work in hand may still be finished; it is kept, marked and paid. */
export const closeStudy = defineOperation({
  name: "studies/close-study",
  permission: "studies.launch",
  input: z.object({ studyId: z.string() }),
  deps: { now: () => new Date() },
  run: (actor, { studyId }, { now }) => takeStudyStep(actor, studyId, "close", now()),
});
