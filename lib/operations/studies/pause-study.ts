import { z } from "zod";
import { defineOperation } from "../define-operation.ts";
import { takeStudyStep } from "./take-study-step.ts";

/** Stops handing out items; those in hand may be finished. The entry link says that the study is paused. */
export const pauseStudy = defineOperation({
  name: "studies/pause-study",
  permission: "studies.launch",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: (actor, { studyId }) => takeStudyStep(actor, studyId, "pause"),
});
