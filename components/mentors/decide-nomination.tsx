"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { StatedLoad } from "@/lib/mentor-loads/queries";
import { withProtected } from "@/lib/mentors/load";
import type { MentorKind, NominationDecision } from "@/lib/mentors/rules";
import { decideNomination } from "@/lib/nominations/actions";
import { approveNominationSchema, declineNominationSchema } from "@/lib/nominations/schema";
import { LoadWarnings } from "../mentor-loads/load-warnings";
import { asHours, SellingField } from "../mentor-loads/selling-field";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";
import { Unfold } from "../ui/unfold";
import { useSeenAt } from "../ui/use-seen";
import { TermFields } from "./term-fields";

export type Decidable = {
  nominationId: string;
  name: string;
  was: Exclude<NominationDecision, "WITHDRAWN">;
  kind: MentorKind;
  hoursPerWeek: number;
  capacity: number;
  load: StatedLoad | undefined;
};

/** Approves or declines one person in their own place on the list; what was decided can be changed while it is open. */
export function DecideNomination({ cap, ...nomination }: Decidable & { cap: number }) {
  const t = useTranslations("mentors.decide");
  const [form, setForm] = useState<"approve" | "decline" | null>(null);
  const { was, name } = nomination;
  const close = () => setForm(null);
  return (
    <Unfold open={form !== null}>
      {form === "approve" && <ApproveForm {...nomination} cap={cap} onClose={close} />}
      {form === "decline" && <DeclineForm {...nomination} onClose={close} />}
      {form === null && (
        <div className="flex flex-wrap gap-2">
          <Button
            tone={was === "PROPOSED" ? "primary" : "plain"}
            icon={<Check aria-hidden />}
            aria-label={t(was === "APPROVED" ? "changeOf" : "approveOf", { name })}
            onClick={() => setForm("approve")}
          >
            {t(was === "APPROVED" ? "change" : "approve")}
          </Button>
          {was !== "DECLINED" && (
            <Button
              icon={<X aria-hidden />}
              aria-label={t("declineOf", { name })}
              onClick={() => setForm("decline")}
            >
              {t("decline")}
            </Button>
          )}
        </div>
      )}
    </Unfold>
  );
}

function ApproveForm({
  cap,
  onClose,
  nominationId,
  name,
  was,
  kind,
  hoursPerWeek,
  capacity,
  load,
}: Decidable & { cap: number; onClose: () => void }) {
  const t = useTranslations("mentors");
  const form = useActionForm({
    schema: approveNominationSchema,
    action: decideNomination,
    defaults: {
      nominationId,
      was,
      decision: "APPROVED",
      kind,
      hoursPerWeek: hoursPerWeek || 4,
      capacity,
      ...(load ? { selling: { sellingHours: load.selling, seen: load.version } } : {}),
    },
    onDone: () => {
      showToast({ text: t("decide.approved", { name }) });
      onClose();
    },
  });
  const { register, error } = form;
  useSeenAt(form, "selling.seen");
  const [hours, selling] = form.watch(["hoursPerWeek", "selling.sellingHours"]);
  return (
    <Form of={form} aria-label={t("decide.approveOf", { name })} className="gap-4">
      <TermFields register={register} error={error} cap={cap} most={Math.max(cap, capacity)} />
      {load && (
        <>
          <SellingField
            field={register("selling.sellingHours", asHours)}
            error={error("selling.sellingHours")}
          />
          <LoadWarnings of={withProtected({ ...load, selling: selling ?? null }, hours || 0)} live />
        </>
      )}
      <FormActions>
        <SubmitButton of={form}>{t(was === "APPROVED" ? "decide.save" : "decide.approve")}</SubmitButton>
        <Button tone="quiet" onClick={onClose}>
          {t("decide.cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

function DeclineForm({ nominationId, name, was, onClose }: Decidable & { onClose: () => void }) {
  const t = useTranslations("mentors.decide");
  const form = useActionForm({
    schema: declineNominationSchema,
    action: decideNomination,
    defaults: { nominationId, was, decision: "DECLINED", reason: "" },
    onDone: () => {
      showToast({ text: t("declined", { name }) });
      onClose();
    },
  });
  return (
    <Form of={form} aria-label={t("declineOf", { name })} className="gap-4">
      <Field label={t("reason")} hint={t("reasonWho", { name })} error={form.error("reason")} required>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("decline")}</SubmitButton>
        <Button tone="quiet" onClick={onClose}>
          {t("cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}
