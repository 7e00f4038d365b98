"use client";

import { lazy, Suspense, useEffect, useState } from "react";

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

const ToastShelf = lazy(() => import("./toast-shelf").then((part) => ({ default: part.ToastShelf })));

/** Where toasts appear. Its machinery is fetched with the first one. */
export function Toasts() {
  const [round, setRound] = useState(0);
  useEffect(() => {
    deliver = () => setRound((current) => current + 1);
    if (waiting.length > 0) deliver();
    return () => {
      deliver = null;
    };
  }, []);
  if (round === 0) return null;
  return (
    <Suspense>
      <ToastShelf round={round} />
    </Suspense>
  );
}
