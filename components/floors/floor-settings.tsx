import { useTranslations } from "next-intl";
import { Panel } from "../ui/panel";
import { SearchForm } from "../ui/search-form";
import { FloorManagersForm } from "./floor-managers-form";
import { RenameFloorForm } from "./rename-floor-form";

type Person = { id: string; name: string; email: string };

/**
 * What an administrator sets of a floor: its managers and its name. `search` is the `find` of the page's address and
 * `choices` what `managerChoices(actor, floorId, search)` gave. Needs the words `floors` and `errors`.
 */
export function FloorSettings({
  floor,
  choices,
  search,
}: {
  floor: { id: string; name: string; managers: Person[] };
  choices: Person[];
  search?: string;
}) {
  const t = useTranslations("floors");
  const nobody = search ? t("managersForm.none") : t("managersForm.noPeople");
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Panel title={t("managersForm.title")} description={t("managersForm.description")} id="managers">
        <div className="grid gap-4">
          <SearchForm
            action={`/floors/${floor.id}`}
            name="find"
            value={search}
            label={t("managersForm.search")}
          />
          {choices.length === 0 && <p className="text-body text-ink-soft">{nobody}</p>}
          <FloorManagersForm
            key={floor.managers.map((manager) => manager.id).join()}
            floorId={floor.id}
            managers={floor.managers}
            choices={choices}
          />
        </div>
      </Panel>
      <Panel>
        <RenameFloorForm key={floor.name} floorId={floor.id} name={floor.name} />
      </Panel>
    </div>
  );
}
