import { z } from "zod";
import { line } from "@/lib/text";

const floorId = z.uuid("errors.notFound");
const name = line(80, "floors.invalid.name");

export const addFloorSchema = z.object({ name });
export type AddFloor = z.output<typeof addFloorSchema>;

export const renameFloorSchema = z.object({ floorId, name });
export type RenameFloor = z.output<typeof renameFloorSchema>;

export const setFloorManagersSchema = z.object({
  floorId,
  /** Who manages the floor from now on. */
  personIds: z.array(z.uuid("errors.notFound")).max(50, "floors.invalid.managers"),
  /** Who managed it when the form was opened: what somebody else changed meanwhile is not undone unseen. */
  seen: z.array(z.uuid("errors.notFound")).max(50, "floors.invalid.managers"),
});
export type SetFloorManagers = z.output<typeof setFloorManagersSchema>;
