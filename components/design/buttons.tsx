"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, type ButtonTone, buttonClass } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { IconButton } from "../ui/icon-button";
import { Menu, type MenuItem } from "../ui/menu";
import { Panel } from "../ui/panel";
import { PrintButton } from "../ui/print-button";
import { showToast } from "../ui/toast";

const tones: ButtonTone[] = ["primary", "plain", "quiet", "danger"];

/** Each tone in each state, and what else opens or copies. */
export function Buttons() {
  const t = useTranslations("design.buttons");
  const items: MenuItem[] = [
    { label: t("open"), href: "#buttons" },
    { label: t("edit"), onSelect: () => showToast({ text: t("edit") }) },
    { label: t("paused"), reason: t("reason"), onSelect: () => undefined },
    { label: t("end"), danger: true, onSelect: () => showToast({ text: t("end") }) },
  ];
  return (
    <Panel id="buttons" title={t("title")}>
      <div className="grid gap-3">
        {tones.map((tone) => (
          <div key={tone} className="flex flex-wrap items-center gap-2">
            <Button tone={tone}>{t(tone)}</Button>
            <Button tone={tone} size="small">
              {t("small")}
            </Button>
            <Button tone={tone} pending>
              {t("pending")}
            </Button>
            <Button tone={tone} disabled>
              {t("off")}
            </Button>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <Button icon={<Plus aria-hidden />}>{t("icon")}</Button>
          <Link href="#buttons" className={buttonClass()}>
            {t("asLink")}
          </Link>
          <CopyButton text="https://ridealong.example/c/RA-2041" label={t("copy")} />
          <PrintButton>{t("print")}</PrintButton>
          <IconButton label={t("icon")}>
            <Plus aria-hidden />
          </IconButton>
          <Menu label={t("menu")} items={items} />
          <Menu label={t("menu")} items={items} align="start">
            {t("menuButton")}
          </Menu>
        </div>
      </div>
    </Panel>
  );
}
