"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";

/**
 * The platform's own modal dialog: it holds the focus, closes on Escape and on a press beside it, and gives the focus
 * back. On phones it is a sheet at the bottom. What is inside is only rendered while it is open.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  wide = false,
  className,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const t = useTranslations("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={classNames("sheet", wide ? "md:max-w-3xl" : "md:max-w-lg", className)}
      onClose={onClose}
      onMouseDown={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      {open && (
        <div className="flex max-h-[inherit] flex-col">
          <div className="pt-4 pr-14 pb-1 pl-5">
            <h2 id={`${id}-title`} className="text-lg font-semibold">
              {title}
            </h2>
            {description && (
              <p id={`${id}-description`} className="mt-1 text-body text-ink-soft">
                {description}
              </p>
            )}
          </div>
          {children && <div className="overflow-y-auto px-5 pt-3 pb-5">{children}</div>}
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          )}
          {/* Last in the order of focus: what is asked comes first. */}
          <IconButton
            label={t("dialog.close")}
            className="absolute top-2.5 right-2.5"
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      )}
    </dialog>
  );
}
