export type ToastMessage = {
  text: string;
  tone?: "done" | "missed";
  /** Offered for ten seconds. */
  undo?: { label: string; run: () => void };
};

let waiting: ToastMessage[] = [];
let deliver: (() => void) | null = null;

/** Says something in passing, at the edge of the screen. Needs `<Toasts />`, which the shell has. */
export function showToast(message: ToastMessage): void {
  waiting.push(message);
  deliver?.();
}

/** Takes what waits to be said; each message is given once. */
export function takeToasts(): ToastMessage[] {
  const taken = waiting;
  waiting = [];
  return taken;
}

/** Calls `ring` whenever there is something to say, at once if there is already; gives back how to stop that. */
export function listenForToasts(ring: () => void): () => void {
  deliver = ring;
  if (waiting.length > 0) ring();
  return () => {
    deliver = null;
  };
}
