import { Search } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";
import { buttonClass } from "./button";

/** A search that lives in the address: it goes to `action?name=…`, keeping `keep` (other filters) as they are. */
export function SearchForm({
  action,
  name = "q",
  value,
  label,
  keep = {},
}: {
  action: string;
  name?: string;
  value?: string;
  label: string;
  keep?: Record<string, string | undefined>;
}) {
  const t = useTranslations("ui");
  return (
    <search data-screen-only className="w-full md:w-72">
      <Form action={action} scroll={false} className="flex gap-2">
        {Object.entries(keep).map(
          ([key, kept]) => kept !== undefined && <input key={key} type="hidden" name={key} value={kept} />,
        )}
        <span className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3 size-4 text-ink-faint"
          />
          <input
            type="search"
            name={name}
            defaultValue={value}
            aria-label={label}
            placeholder={label}
            className="control pl-9"
          />
        </span>
        <button type="submit" className={buttonClass({ className: "sr-only focus:not-sr-only" })}>
          {t("search.go")}
        </button>
      </Form>
    </search>
  );
}
