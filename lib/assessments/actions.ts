"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { submitAssessmentSchema } from "./schema";

export const submitAssessment = action(
  "assessments.submitAssessment",
  submitAssessmentSchema,
  commands.submitAssessment,
);
