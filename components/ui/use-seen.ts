"use client";

import { useEffect } from "react";
import type { FieldValues, Path, PathValue } from "react-hook-form";
import type { ActionForm } from "./form";

/**
 * Keeps the field `seen` of a form at the version that its reader knows of: when a save was refused because somebody
 * saved meanwhile, they have been told, and a second press puts theirs in its place.
 */
export function useSeen<Values extends FieldValues & { seen: number }>(form: ActionForm<Values>): void {
  useSeenAt(form, "seen" as Path<Values>);
}

/** The same for a version that is part of a larger form. */
export function useSeenAt<Values extends FieldValues>(form: ActionForm<Values>, field: Path<Values>): void {
  const { trouble, setValue } = form;
  const told = trouble?.kind === "refused" ? trouble.sentence.values?.seen : undefined;
  useEffect(() => {
    if (typeof told === "number") setValue(field, told as PathValue<Values, Path<Values>>);
  }, [told, setValue, field]);
}
