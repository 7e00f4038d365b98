"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useRef } from "react";
import { classNames } from "./class-names";
import { Sign } from "./sign";

/**
 * A count with a thumb-sized button on either side. It is a real number input, so it registers like one:
 * `<Stepper {...control} {...form.register("calls", { valueAsNumber: true })} name of what is counted />`.
 * `beside` is the quiet word to its right, such as "12 yesterday".
 */
export function Stepper({
  of,
  beside,
  min = 0,
  max,
  step = 1,
  className,
  ref,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "ref"> & {
  of: string;
  beside?: string;
  ref?: (element: HTMLInputElement | null) => void;
}) {
  const t = useTranslations("ui");
  const input = useRef<HTMLInputElement | null>(null);

  function move(by: 1 | -1) {
    const element = input.current;
    if (!element || element.disabled) return;
    if (by === 1) element.stepUp();
    else element.stepDown();
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return (
    <div className={classNames("flex items-center gap-3", className)}>
      <div className="flex items-stretch">
        <button
          type="button"
          aria-label={t("stepper.less", { of })}
          className="grid size-11 place-items-center rounded-l-control border border-edge/60 bg-panel text-ink-soft transition-colors hover:bg-hover hover:text-ink active:bg-accent-soft"
          onClick={() => move(-1)}
        >
          <Sign of="minus" className="size-4" />
        </button>
        <input
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          step={step}
          className="bare-number control min-h-11 w-16 rounded-none border-x-0 border-edge/60 px-1 text-center text-base font-medium tabular-nums"
          ref={(element) => {
            input.current = element;
            ref?.(element);
          }}
          {...rest}
        />
        <button
          type="button"
          aria-label={t("stepper.more", { of })}
          className="grid size-11 place-items-center rounded-r-control border border-edge/60 bg-panel text-ink-soft transition-colors hover:bg-hover hover:text-ink active:bg-accent-soft"
          onClick={() => move(1)}
        >
          <Sign of="plus" className="size-4" />
        </button>
      </div>
      {beside && <span className="text-sm tabular-nums text-ink-soft">{beside}</span>}
    </div>
  );
}
