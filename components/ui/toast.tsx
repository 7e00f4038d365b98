"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { listenForToasts } from "./toast-queue";

export { showToast } from "./toast-queue";

const ToastShelf = lazy(() => import("./toast-shelf").then((part) => ({ default: part.ToastShelf })));

/** Where toasts appear. Its machinery is fetched with the first one. */
export function Toasts() {
  const [round, setRound] = useState(0);
  useEffect(() => listenForToasts(() => setRound((current) => current + 1)), []);
  if (round === 0) return null;
  return (
    <Suspense>
      <ToastShelf round={round} />
    </Suspense>
  );
}
