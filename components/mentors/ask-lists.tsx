"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Day } from "@/lib/dates";
import { requestLists } from "@/lib/mentor-lists/actions";
import { requestListsSchema } from "@/lib/mentor-lists/schema";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { FieldError } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";
import { DueFields } from "./due-fields";

type AskedFloor = { id: string; name: string; managers: string[]; needed: number };
type Given = { cohortId: string; floors: AskedFloor[]; day: Day };

/** Asks floors for their mentors: which ones, and until when. */
export function AskLists(given: Given) {
  const t = useTranslations("mentors.ask");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {t("open", { count: given.floors.length })}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")} description={t("what")}>
        <AskForm {...given} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AskForm({ cohortId, floors, day, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("mentors.ask");
  const form = useActionForm({
    schema: requestListsSchema,
    action: requestLists,
    defaults: { cohortId, floorIds: floors.map((floor) => floor.id), dueDay: day, dueTime: "17:00" },
    onDone: (data, { floorIds }) => {
      const unmanaged = data?.unmanaged ?? [];
      const names = unmanaged.join(", ");
      showToast({
        text:
          unmanaged.length > 0
            ? t("doneUnmanaged", { count: unmanaged.length, names })
            : t("done", { count: floorIds.length }),
        tone: unmanaged.length > 0 ? "missed" : "done",
      });
      onDone();
    },
  });
  const { register, error } = form;
  return (
    <Form of={form}>
      <fieldset className="grid">
        <legend className="mb-1 text-body font-medium">{t("floors")}</legend>
        {floors.map((floor) => (
          <Checkbox
            key={floor.id}
            label={<bdi>{floor.name}</bdi>}
            hint={`${t("needed", { count: floor.needed })} · ${
              floor.managers.length > 0 ? floor.managers.join(", ") : t("unmanaged")
            }`}
            value={floor.id}
            {...register("floorIds")}
          />
        ))}
        <FieldError>{error("floorIds")}</FieldError>
      </fieldset>
      <DueFields
        day={{ control: register("dueDay"), error: error("dueDay") }}
        time={{ control: register("dueTime"), error: error("dueTime") }}
      />
      <FormActions>
        <SubmitButton of={form}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
