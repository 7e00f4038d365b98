import { classNames } from "./class-names";

const circle = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0";
const paths = {
  alert: `${circle}M12 7.5v5M12 16.2v.1`,
  info: `${circle}M12 11.5v5M12 7.8v.1`,
  done: `${circle}M8.3 12.3l2.6 2.6 4.8-5.2`,
  due: "M12 3.8 2.6 20.2h18.8ZM12 10v4.5M12 17.2v.1",
  plus: "M5 12h14M12 5v14",
  minus: "M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  open: "M9 5.5l6.5 6.5L9 18.5",
};

/** The few signs that forms need. Drawn here rather than taken from the icon library, to keep the log page light. */
export function Sign({ of, className }: { of: keyof typeof paths; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classNames("shrink-0", className)}
    >
      <path d={paths[of]} />
    </svg>
  );
}
