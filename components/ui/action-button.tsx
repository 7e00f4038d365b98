"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { Button, type ButtonSize, type ButtonTone } from "./button";
import { Confirm } from "./confirm";
import { type Action, runAction } from "./run-action";
import { showToast } from "./toast";
import { useRefused } from "./use-refused";

type Question = { title: string; body: ReactNode; label: string; danger?: boolean };

/**
 * A button for one deed with a fixed input. Says in passing what came of it: `done` (with an undo for ten seconds when
 * `undo` is given), or why it was refused. `confirm` is for what cannot be undone.
 */
export function ActionButton<Input, Data, UndoInput = Input>({
  action,
  input,
  done,
  undo,
  confirm,
  onDone,
  tone,
  size,
  icon,
  disabled,
  className,
  children,
}: {
  action: Action<Input, Data>;
  input: Input;
  done?: string;
  undo?: { action: Action<UndoInput, unknown>; input: UndoInput; done?: string };
  confirm?: Question;
  onDone?: (data: Data | undefined) => void;
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: ReactNode;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  const refused = useRefused();
  const [asking, setAsking] = useState(false);
  const [pending, start] = useTransition();

  function takeBack() {
    if (!undo) return;
    start(async () => {
      const outcome = await runAction(undo.action, undo.input);
      if (outcome.done) showToast({ text: undo.done ?? t("toast.undone") });
      else refused(outcome.trouble);
    });
  }

  function run() {
    if (pending) return;
    start(async () => {
      const outcome = await runAction(action, input);
      setAsking(false);
      if (!outcome.done) return refused(outcome.trouble);
      if (done) showToast({ text: done, undo: undo && { label: t("toast.undo"), run: takeBack } });
      onDone?.(outcome.data);
    });
  }

  return (
    <>
      <Button
        tone={tone}
        size={size}
        icon={icon}
        disabled={disabled}
        className={className}
        pending={pending}
        onClick={() => (confirm ? setAsking(true) : run())}
      >
        {children}
      </Button>
      {confirm && (
        <Confirm
          open={asking}
          onClose={() => setAsking(false)}
          onConfirm={run}
          title={confirm.title}
          confirmLabel={confirm.label}
          danger={confirm.danger ?? true}
          pending={pending}
        >
          {confirm.body}
        </Confirm>
      )}
    </>
  );
}
