import { useTranslations } from "next-intl";
import type { LogStatus } from "@/lib/logs/rules";
import { Status, type Tone } from "../ui/badge";

const tones: Record<LogStatus, Tone> = {
  submitted: "done",
  draft: "due",
  due: "due",
  late: "due",
  missed: "missed",
  excused: "neutral",
  paused: "neutral",
  notDue: "neutral",
  none: "neutral",
};

/** How a day's log stands, in a word and a shape. */
export function LogStatusBadge({ status }: { status: LogStatus }) {
  const t = useTranslations("logs.state");
  return <Status tone={tones[status]}>{t(`status.${status}`)}</Status>;
}
