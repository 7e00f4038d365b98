"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { independenceLevels } from "@/lib/logs/rules";
import type { LogContent } from "@/lib/logs/schema";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Segmented } from "../ui/radio-group";
import { Sign } from "../ui/sign";

type Activity = LogContent["activities"][number];

/** What a mentee did: from the schedule, and what came on top, each with who led it. */
export function ActivityList({
  activities,
  onChange,
}: {
  activities: LogContent["activities"];
  onChange: (activities: Activity[]) => void;
}) {
  const t = useTranslations("logs");
  const id = useId();
  const options = independenceLevels.map((value) => ({ value, label: t(`state.independence.${value}`) }));
  const put = (index: number, change: Partial<Activity>) =>
    onChange(activities.map((one, place) => (place === index ? { ...one, ...change } : one)));

  return (
    <section aria-label={t("form.activities")} className="grid gap-1">
      <h3 className="text-body font-medium">{t("form.activities")}</h3>
      {activities.length === 0 && <p className="text-sm text-ink-soft">{t("form.noActivities")}</p>}
      <ul className="divide-y divide-line">
        {activities.map((activity, index) => (
          <li
            key={activity.sessionId ?? activity.title}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 pb-3"
          >
            <p className="text-body">{activity.title}</p>
            <IconButton
              label={t("form.removeActivity", { title: activity.title })}
              onClick={() => onChange(activities.filter((_, place) => place !== index))}
            >
              <Sign of="close" />
            </IconButton>
            <Segmented
              className="col-span-2"
              legend={t("form.whoLed", { title: activity.title })}
              hideLegend
              name={`${id}-${index}`}
              value={activity.independence}
              options={options}
              onChange={(event) =>
                put(index, { independence: event.currentTarget.value as Activity["independence"] })
              }
            />
          </li>
        ))}
      </ul>
      <AddActivity
        onAdd={(title) => {
          if (activities.some((one) => one.title === title)) return;
          onChange([...activities, { sessionId: null, title, independence: "ASSISTED" }]);
        }}
      />
    </section>
  );
}

function AddActivity({ onAdd }: { onAdd: (title: string) => void }) {
  const t = useTranslations("logs.form");
  const [title, setTitle] = useState("");
  function add() {
    if (!title.trim()) return;
    onAdd(title.trim());
    setTitle("");
  }
  return (
    <Field label={t("addActivity")} hideLabel>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            value={title}
            maxLength={160}
            placeholder={t("addActivityHint")}
            onChange={(event) => setTitle(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
          <Button icon={<Sign of="plus" />} onClick={add}>
            {t("add")}
          </Button>
        </div>
      )}
    </Field>
  );
}
