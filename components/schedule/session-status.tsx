import { useTranslations } from "next-intl";
import { Status, type Tone } from "@/components/ui/badge";
import type { AttendanceState, SessionState } from "@/lib/sessions/rules";

export const sessionTones: Record<SessionState, Tone> = {
  PLANNED: "neutral",
  CONFIRMED: "accent",
  HELD: "done",
  MISSED: "missed",
  CANCELLED: "neutral",
};

/** How a session stands, in a word and a shape. */
export function SessionStatus({ state }: { state: SessionState }) {
  const t = useTranslations("sessions.state.session");
  return <Status tone={sessionTones[state]}>{t(state)}</Status>;
}

export const attendanceTones: Record<AttendanceState, Tone> = {
  EXPECTED: "neutral",
  PRESENT: "done",
  LATE: "due",
  ABSENT: "missed",
  EXCUSED: "neutral",
  NOT_EXPECTED: "neutral",
};

/** Whether somebody was there, in a word and a shape. */
export function AttendanceStatus({ state }: { state: AttendanceState }) {
  const t = useTranslations("sessions.state.attendance");
  return <Status tone={attendanceTones[state]}>{t(state)}</Status>;
}
