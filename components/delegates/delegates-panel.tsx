import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { releaseDelegate } from "@/lib/delegates/actions";
import type { FloorDelegates } from "@/lib/delegates/queries";
import { DayWords } from "../cohorts/day-words";
import { ActionButton } from "../ui/action-button";
import { Panel } from "../ui/panel";
import { SearchForm } from "../ui/search-form";
import { DelegateForm } from "./delegate-form";

/**
 * Who stands in for the managers of a floor, now and later, and the way to name somebody. `search` is the `stand` of the
 * page's address and `choices` what `delegateChoices(actor, floorId, search)` gave.
 */
export function DelegatesPanel({
  floorId,
  delegates: { managers, delegations },
  choices,
  search,
}: {
  floorId: string;
  delegates: FloorDelegates;
  choices: { id: string; name: string; title: string | null }[];
  search?: string;
}) {
  const t = useTranslations("delegates");
  return (
    <Panel title={t("title")} description={t("what")} id="standing-in">
      <div className="grid max-w-3xl gap-4">
        {delegations.length > 0 ? (
          <ul aria-label={t("list")} className="grid gap-2">
            {delegations.map((one) => (
              <Delegation key={one.id} of={one} />
            ))}
          </ul>
        ) : (
          <p className="text-body text-ink-soft">{t("none")}</p>
        )}
        {managers.length > 0 && (
          <div className="grid gap-4 border-t border-line pt-4">
            <SearchForm action={`/floors/${floorId}`} name="stand" value={search} label={t("search")} />
            {choices.length > 0 ? (
              <DelegateForm floorId={floorId} managers={managers} choices={choices} />
            ) : (
              <p className="text-body text-ink-soft">{t("nobody")}</p>
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}

function Delegation({ of: one }: { of: FloorDelegates["delegations"][number] }) {
  const t = useTranslations("delegates");
  const { id, delegate, manager, firstDay, lastDay, mayRelease } = one;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-body">
      <span>
        <span className="font-medium">{t("line", { delegate, manager })}</span>
        <span className="block text-ink-soft">
          <DayWords day={firstDay} /> – <DayWords day={lastDay} />
        </span>
      </span>
      {mayRelease && (
        <ActionButton
          tone="quiet"
          size="small"
          icon={<X aria-hidden />}
          action={releaseDelegate}
          input={{ delegationId: id }}
          done={t("released", { delegate })}
        >
          {t("release")}
          <span className="sr-only"> {t("releaseOf", { delegate, manager })}</span>
        </ActionButton>
      )}
    </li>
  );
}
