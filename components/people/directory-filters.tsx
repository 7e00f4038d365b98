import { Search } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";

import { grantKinds, personStates } from "@/lib/people/rules";
import { Button } from "../ui/button";
import { FilterChips } from "../ui/filter-chips";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { type DirectoryAddress, directoryHref } from "./directory-address";

/** What the directory can be narrowed to. All of it stands in the address. */
export function DirectoryFilters({
  shown,
  floors,
}: {
  shown: DirectoryAddress;
  floors: { id: string; name: string }[];
}) {
  const t = useTranslations("people");
  const { state, grant } = shown;
  const toggled = (change: Partial<DirectoryAddress>) => directoryHref({ ...shown, ...change });
  return (
    <div data-screen-only className="mb-4 grid gap-3">
      <search>
        <Form action="/people" scroll={false} className="flex flex-wrap gap-2">
          {state && <input type="hidden" name="state" value={state} />}
          {grant && <input type="hidden" name="grant" value={grant} />}
          <Input
            type="search"
            name="q"
            defaultValue={shown.q}
            aria-label={t("search")}
            placeholder={t("search")}
            className="min-w-0 flex-auto basis-56 md:max-w-80"
          />
          <Select
            name="floor"
            defaultValue={shown.floor ?? ""}
            aria-label={t("floor")}
            placeholder={t("allFloors")}
            options={floors.map((floor) => ({ value: floor.id, label: floor.name }))}
            className="min-w-40 flex-auto md:flex-none"
          />
          <Button type="submit" icon={<Search aria-hidden />}>
            {t("show")}
          </Button>
        </Form>
      </search>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <FilterChips
          label={t("filterState")}
          chips={personStates.map((one) => ({
            href: toggled({ state: state === one ? undefined : one }),
            label: t(`state.${one}`),
            current: state === one,
          }))}
        />
        <FilterChips
          label={t("filterGrant")}
          chips={grantKinds.map((one) => ({
            href: toggled({ grant: grant === one ? undefined : one }),
            label: t(`grant.${one}`),
            current: grant === one,
          }))}
        />
      </div>
    </div>
  );
}
