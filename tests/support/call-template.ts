/** A block of live calls of an hour between ten and noon, for which a call mentor sits in. */
export const callsTemplate = (day: number) => ({
  position: 1000 + day,
  day,
  kind: "LIVE_CALLS" as const,
  audience: "PAIR" as const,
  facilitatorRole: "CALL_MENTOR" as const,
  title: "Live calls",
  brief: "",
  material: "",
  startMinute: 10 * 60,
  minutes: 60,
  endMinute: 12 * 60,
});
