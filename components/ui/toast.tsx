"use client";

import { useEffect, useState } from "react";
import { listenForToasts } from "./toast-queue";
import type { ToastShelf } from "./toast-shelf";

export { showToast } from "./toast-queue";

/** Where toasts appear. Its machinery is fetched with the first one. */
export function Toasts() {
  const [round, setRound] = useState(0);
  // Kept as a value, because what a Suspense waits for is drawn after the page that the same deed changed: on a large
  // page that is most of a second in which nobody hears that it was done.
  const [shelf, setShelf] = useState<{ Shelf: typeof ToastShelf } | null>(null);
  useEffect(() => {
    const fetched = ({ ToastShelf: Shelf }: typeof import("./toast-shelf")) => setShelf({ Shelf });
    return listenForToasts(() => {
      setRound((current) => current + 1);
      // What cannot be fetched is tried again with the next toast, which brings this one along.
      import("./toast-shelf").then(fetched, () => undefined);
    });
  }, []);
  return shelf && <shelf.Shelf round={round} />;
}
