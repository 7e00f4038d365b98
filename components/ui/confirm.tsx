"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

/** Asked only before what cannot be undone: `title` asks, `children` say what happens, the button says the deed. */
export function Confirm({
  open,
  onClose,
  onConfirm,
  title,
  confirmLabel,
  danger = true,
  pending = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: ReactNode;
  confirmLabel: ReactNode;
  danger?: boolean;
  pending?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t("confirm.keep")}</Button>
          <Button tone={danger ? "danger" : "primary"} pending={pending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="text-body text-ink-soft">{children}</div>
    </Dialog>
  );
}
