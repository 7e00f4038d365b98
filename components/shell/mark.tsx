/** The mark: two lanes side by side that merge into one. Silent, because the name stands beside it or in a label. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" fill="none" className={className}>
      <rect width="32" height="32" rx="7.5" className="fill-accent" />
      <path
        d="M10 26.5V20.5C10 15.5 16 15.5 16 10.5V5.5M22 26.5V20.5C22 15.5 16 15.5 16 10.5"
        className="stroke-on-accent"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
