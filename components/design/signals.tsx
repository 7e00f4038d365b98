import { useTranslations } from "next-intl";
import { CountBadge, Status } from "../ui/badge";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Meter, Progress } from "../ui/meter";
import { Panel } from "../ui/panel";

/** States in words, banners of each tone, measures. */
export function Signals() {
  const t = useTranslations("design.signals");
  return (
    <Panel id="signals" title={t("title")}>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <Status>{t("draft")}</Status>
          <Status tone="accent">{t("active")}</Status>
          <Status tone="due">{t("due")}</Status>
          <Status tone="missed">{t("missed")}</Status>
          <Status tone="done">{t("done")}</Status>
          <Status tone="certify">{t("certify")}</Status>
          <CountBadge count={7} label={t("unread", { count: 7 })} />
          <CountBadge count={120} label={t("unread", { count: 120 })} tone="due" />
        </div>
        <Banner title={t("info")}>{t("infoBody")}</Banner>
        <Banner tone="due" title={t("dueTitle")} actions={<Button size="small">{t("dueAction")}</Button>} />
        <Banner tone="missed" title={t("missedTitle")}>
          {t("missedBody")}
        </Banner>
        <Banner tone="done" title={t("doneTitle")} />
        <div className="grid gap-4 sm:grid-cols-3">
          <Meter value={3} max={4} label={t("places", { value: 3, max: 4 })} />
          <Meter value={4} max={4} tone="due" label={t("places", { value: 4, max: 4 })} />
          <Progress value={340} max={412}>
            {t("progress", { value: 340, max: 412 })}
          </Progress>
        </div>
      </div>
    </Panel>
  );
}
