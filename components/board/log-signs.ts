import type { LogStatus } from "@/lib/logs/rules";

/** A sign and a colour for each way a day can stand; the words are in the legend and for screen readers. */
export const signs: Record<LogStatus, { sign: string; look: string }> = {
  submitted: { sign: "✓", look: "text-done" },
  draft: { sign: "✎", look: "text-due" },
  due: { sign: "○", look: "text-due" },
  late: { sign: "▲", look: "text-due" },
  missed: { sign: "✕", look: "text-missed font-semibold" },
  excused: { sign: "–", look: "text-ink-soft" },
  paused: { sign: "‖", look: "text-ink-soft" },
  notDue: { sign: "", look: "" },
  none: { sign: "", look: "" },
};
