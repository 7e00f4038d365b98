import { useTranslations } from "next-intl";
import { Panel } from "../ui/panel";

// Whole class names, because Tailwind reads them here.
const ground = [
  ["paper", "bg-paper text-ink"],
  ["panel", "bg-panel text-ink"],
  ["sunken", "bg-sunken text-ink-soft"],
  ["hover", "bg-hover text-ink-faint"],
  ["float", "bg-float text-ink"],
];
const press = [
  ["accent", "bg-accent text-on-accent"],
  ["accent-strong", "bg-accent-strong text-on-accent"],
  ["accent-soft", "bg-accent-soft text-accent"],
  ["danger", "bg-danger text-on-danger"],
];
const signals = [
  ["due", "bg-due-soft text-due"],
  ["missed", "bg-missed-soft text-missed"],
  ["done", "bg-done-soft text-done"],
  ["certify", "bg-certify-soft text-certify"],
];

function Swatches({ title, colours }: { title: string; colours: string[][] }) {
  const t = useTranslations("design");
  return (
    <div>
      <h3 className="mb-2 text-sm text-ink-soft">{title}</h3>
      <ul className="flex flex-wrap gap-2">
        {colours.map(([name, look]) => (
          <li
            key={name}
            className={`grid h-16 w-26 content-between rounded-control border border-line p-2 text-xs ${look}`}
          >
            <span className="text-base font-semibold">{t("colours.sample")}</span>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The colours as the theme in use has them. */
export function Colours() {
  const t = useTranslations("design");
  return (
    <Panel id="colours" title={t("colours.title")}>
      <div className="grid gap-4">
        <Swatches title={t("colours.ground")} colours={ground} />
        <Swatches title={t("colours.press")} colours={press} />
        <Swatches title={t("colours.signals")} colours={signals} />
      </div>
    </Panel>
  );
}

/** The five sizes. */
export function Type() {
  const t = useTranslations("design");
  return (
    <Panel id="type" title={t("type.title")}>
      <div className="grid gap-2">
        <p className="text-xl font-semibold">{t("type.xl")}</p>
        <p className="text-lg font-semibold">{t("type.lg")}</p>
        <p className="text-base">{t("type.base")}</p>
        <p className="text-body">
          {t("type.body")}.{" "}
          <a className="link" href="#type">
            {t("type.link")}
          </a>
        </p>
        <p className="text-xs text-ink-soft">{t("type.xs")}</p>
      </div>
    </Panel>
  );
}
