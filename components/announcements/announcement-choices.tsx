import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { announcementTimes } from "@/lib/announcements/rules";
import { RadioGroup } from "../ui/radio-group";

/** The three times at which the two of a pairing can be told. Spread `form.register("when")` onto it. */
export function AnnouncementChoices(
  field: Omit<ComponentProps<typeof RadioGroup>, "legend" | "options" | "hint">,
) {
  const t = useTranslations("announcements.when");
  const options = announcementTimes.map((when) => ({ value: when, label: t(when), hint: t(`hint.${when}`) }));
  return <RadioGroup legend={t("legend")} options={options} {...field} />;
}
