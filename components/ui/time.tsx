import { useFormatter } from "next-intl";

const full = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
} as const;

/**
 * A moment as people say it ("in 2 hours", "3 days ago") with the whole of it on hover. `now` comes from the server's
 * clock, `zone` is the reader's. `show="clock"` writes the time of day, "date" the day, "both" day and time.
 */
export function Time({
  at,
  now,
  zone,
  show = "relative",
  className,
}: {
  at: Date;
  zone: string;
  className?: string;
} & ({ show?: "relative"; now: Date } | { show: "clock" | "date" | "both"; now?: Date })) {
  const format = useFormatter();
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  const clock = { hour: "numeric", minute: "2-digit" } as const;
  const words =
    show === "relative" && now
      ? format.relativeTime(at, now)
      : format.dateTime(at, {
          timeZone: zone,
          ...(show === "clock" ? clock : {}),
          ...(show === "date" ? day : {}),
          ...(show === "both" ? { ...day, ...clock } : {}),
        });
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { ...full, timeZone: zone })}
      className={className ?? "tabular-nums"}
    >
      {words}
    </time>
  );
}
