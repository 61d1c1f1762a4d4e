import { z } from "zod";
import { defineOperation } from "../define-operation.ts";
import { takeStudyStep } from "./take-study-step.ts";

/** Hands out items again after a pause. */
export const resumeStudy = defineOperation({
  name: "studies/resume-study",
  permission: "studies.launch",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: (actor, { studyId }) => takeStudyStep(actor, studyId, "resume"),
});
