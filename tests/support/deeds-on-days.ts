import * as assessments from "@/lib/assessments/commands";
import * as attempts from "@/lib/attempts/commands";
import * as attendance from "@/lib/attendance/commands";
import * as logs from "@/lib/logs/commands";
import * as outcomes from "@/lib/outcomes/commands";
import * as schedule from "@/lib/schedule/commands";
import { anOutcome, levels } from "./certification-stage";
import type { Deeds, World } from "./world";

const log = ({ enrollment }: World) => ({
  enrollmentId: enrollment.id,
  day: "2026-03-02" as const,
  version: 0,
  activities: [],
  learned: "To ask first.",
  skillIds: [],
  progress: "ON_TRACK" as const,
  note: "",
  noteAudience: "SHARED" as const,
  calls: 3,
  emails: 4,
  meetings: 1,
  proposals: 0,
});

const wasThere = (session: { id: string }, enrollment: { id: string }) => ({
  sessionId: session.id,
  attendances: [{ enrollmentId: enrollment.id, state: "PRESENT" as const }],
});

type Nouns = "schedule" | "attendance" | "logs" | "attempts" | "assessments" | "outcomes";

/** The deeds about sessions, logs and certification, each as it is tried by every kind of person. */
export const deedsOnDays: Deeds<Nouns> = {
  "schedule.moveSession": [
    {
      about: "pair session",
      run: ({ pair }, by, on) =>
        schedule.moveSession(by, { sessionId: pair.id, day: "2026-03-03", time: "15:00", moves: 0 }, on),
    },
    {
      about: "group session",
      run: ({ group }, by, on) =>
        schedule.moveSession(by, { sessionId: group.id, day: "2026-03-03", time: "15:00", moves: 0 }, on),
    },
  ],
  "schedule.cancelSession": [
    {
      about: "pair session",
      run: ({ pair }, by, on) => schedule.cancelSession(by, { sessionId: pair.id }, on),
    },
    {
      about: "group session",
      run: ({ group }, by, on) => schedule.cancelSession(by, { sessionId: group.id }, on),
    },
  ],
  "schedule.assignFacilitator": {
    about: "group session",
    run: ({ group, newcomer }, by, on) =>
      schedule.assignFacilitator(by, { sessionId: group.id, personId: newcomer.id }, on),
  },
  "schedule.answerFacilitation": [
    {
      about: "group session",
      run: ({ group }, by, on) => schedule.answerFacilitation(by, { sessionId: group.id, accept: false }, on),
    },
    {
      about: "pair session",
      run: ({ pair }, by, on) => schedule.answerFacilitation(by, { sessionId: pair.id, accept: false }, on),
    },
  ],
  "attendance.recordAttendance": [
    {
      about: "group session",
      run: ({ group, enrollment }, by, on) =>
        attendance.recordAttendance(by, wasThere(group, enrollment), on),
    },
    {
      about: "pair session",
      run: ({ pair, enrollment }, by, on) => attendance.recordAttendance(by, wasThere(pair, enrollment), on),
    },
  ],
  "logs.saveLog": { about: "mentee", run: (world, by, on) => logs.saveLog(by, log(world), on) },
  "logs.submitLog": { about: "mentee", run: (world, by, on) => logs.submitLog(by, log(world), on) },
  "attempts.scheduleAttempt": {
    about: "mentee",
    run: ({ enrollment }, by, on) => {
      const input = { enrollmentId: enrollment.id, day: "2026-03-18", assessorIds: [] } as const;
      return attempts.scheduleAttempt(by, { ...input, assessorIds: [] }, on);
    },
  },
  "attempts.assignAssessors": {
    about: "attempt",
    run: ({ attempt }, by, on) =>
      attempts.assignAssessors(by, { attemptId: attempt.id, assessorIds: [] }, on),
  },
  "attempts.cancelAttempt": {
    about: "attempt",
    run: ({ attempt }, by, on) => attempts.cancelAttempt(by, { attemptId: attempt.id }, on),
  },
  "assessments.submitAssessment": {
    about: "attempt",
    run: ({ attempt, criteria }, by, on) => {
      const scores = levels({ criteria }, 3);
      return assessments.submitAssessment(by, { attemptId: attempt.id, scores, comment: "" }, on);
    },
  },
  "outcomes.recordResult": {
    about: "attempt",
    run: ({ attempt, criteria }, by, on) => {
      const scores = levels({ criteria }, 4);
      return outcomes.recordResult(by, { ...anOutcome(attempt.id, "PASSED"), scores, assessment: "" }, on);
    },
  },
  "outcomes.decideOutcome": {
    about: "attempt",
    run: ({ attempt }, by, on) => outcomes.decideOutcome(by, anOutcome(attempt.id, "PASSED"), on),
  },
};
