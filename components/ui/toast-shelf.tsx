"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Toaster, toast } from "sonner";
import { takeToasts } from "./toast-queue";

const tenSeconds = 10_000;
const fourSeconds = 4_000;

const looks = {
  toast: "floating flex w-full items-center gap-2.5 py-2 pr-3 pl-3.5 text-body md:w-96",
  content: "min-w-0 flex-1 py-1",
  icon: "shrink-0",
  error: "[&_[data-icon]]:text-missed",
  success: "[&_[data-icon]]:text-done",
  actionButton: "min-h-9 shrink-0 rounded-control px-2.5 font-medium text-accent hover:bg-hover md:min-h-7",
  closeButton: "hidden",
};

/** The part of the toasts that is fetched late: it shows what waits, each time `round` grows. */
export function ToastShelf({ round }: { round: number }) {
  const t = useTranslations("ui");

  useEffect(() => {
    if (round === 0) return;
    for (const { text, tone, undo } of takeToasts()) {
      const show = tone === "missed" ? toast.error : toast.success;
      show(text, {
        duration: undo || tone === "missed" ? tenSeconds : fourSeconds,
        action: undo && { label: undo.label, onClick: undo.run },
      });
    }
  }, [round]);

  return (
    <Toaster
      position="bottom-right"
      // On a phone they lie on one another, so that what one is about to press is not pushed out of reach.
      expand={window.matchMedia("(width >= 48rem)").matches}
      visibleToasts={3}
      style={{ fontFamily: "inherit" }}
      mobileOffset={{ bottom: "5rem" }}
      containerAriaLabel={t("toast.label")}
      toastOptions={{ unstyled: true, classNames: looks }}
    />
  );
}
