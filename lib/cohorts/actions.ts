"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import {
  cancelCohortSchema,
  cohortSchema,
  createCohortSchema,
  organizerSchema,
  renameCohortSchema,
  tickMilestoneSchema,
} from "./schema";

export const createCohort = action("cohorts.createCohort", createCohortSchema, commands.createCohort);
export const renameCohort = action("cohorts.renameCohort", renameCohortSchema, commands.renameCohort);
export const addOrganizer = action("cohorts.addOrganizer", organizerSchema, commands.addOrganizer);
export const removeOrganizer = action("cohorts.removeOrganizer", organizerSchema, commands.removeOrganizer);
export const tickMilestone = action("cohorts.tickMilestone", tickMilestoneSchema, commands.tickMilestone);
export const markReady = action("cohorts.markReady", cohortSchema, commands.markReady);
export const backToPlanning = action("cohorts.backToPlanning", cohortSchema, commands.backToPlanning);
export const launchCohort = action("cohorts.launchCohort", cohortSchema, commands.launchCohort);
export const completeCohort = action("cohorts.completeCohort", cohortSchema, commands.completeCohort);
export const cancelCohort = action("cohorts.cancelCohort", cancelCohortSchema, commands.cancelCohort);
