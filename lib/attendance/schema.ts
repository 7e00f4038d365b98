import { z } from "zod";

/** What can be recorded; "expected" is what stands before. */
export const recordable = ["PRESENT", "LATE", "ABSENT", "EXCUSED", "NOT_EXPECTED"] as const;

export const recordAttendanceSchema = z.object({
  sessionId: z.uuid(),
  attendances: z
    .array(z.object({ enrollmentId: z.uuid(), state: z.enum(recordable, "attendance.invalid.state") }))
    .max(500),
});
export type RecordAttendance = z.output<typeof recordAttendanceSchema>;
