import { useTranslations } from "next-intl";
import type { UnannouncedPairing } from "@/lib/announcements/queries";
import { Status } from "../ui/badge";
import { Panel } from "../ui/panel";
import { AnnounceAll } from "./announce-all";
import { AnnouncePairing } from "./announce-pairing";

/** The pairings that only organizers know of, with when each is announced and the way to change that. */
export function UnannouncedPanel({
  cohortId,
  pairings,
}: {
  cohortId: string;
  pairings: UnannouncedPairing[];
}) {
  const t = useTranslations("announcements.panel");
  if (pairings.length === 0) return null;
  return (
    <Panel
      flush
      title={t("title")}
      description={t("what")}
      actions={<AnnounceAll cohortId={cohortId} pairingIds={pairings.map(({ id }) => id)} />}
    >
      <ul className="max-h-96 divide-y divide-line overflow-y-auto border-t border-line">
        {pairings.map((pairing) => (
          <li key={pairing.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 md:px-5">
            <a href={`/pairings/${pairing.id}`} className="link min-w-0 flex-1 basis-56 text-body">
              <bdi>{pairing.mentor}</bdi> – <bdi>{pairing.mentee}</bdi>
            </a>
            <Status tone={pairing.announcement === "HELD" ? "due" : "neutral"}>
              {t(pairing.announcement)}
            </Status>
            <AnnouncePairing cohortId={cohortId} pairing={pairing} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
