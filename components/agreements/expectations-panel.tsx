import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PairingPage } from "@/lib/agreements/queries";
import type { Side } from "@/lib/agreements/rules";
import { DayWords } from "../cohorts/day-words";
import { Status } from "../ui/badge";
import { Panel } from "../ui/panel";
import { SignExpectations } from "./sign-expectations";

/** What the program expects of each of the two, and who has signed it. One's own part comes first. */
export function ExpectationsPanel({ pairing }: { pairing: PairingPage }) {
  const t = useTranslations("agreements.expectations");
  const { side, open, expectations, id } = pairing;
  const sides: Side[] = side === "mentee" ? ["mentee", "mentor"] : ["mentor", "mentee"];
  const waits = open && side !== null && expectations[side].signedOn === null;
  return (
    <Panel
      id="expectations"
      title={t("title")}
      description={t("what")}
      footer={waits && <SignExpectations pairingId={id} />}
    >
      <div className="grid gap-5">
        {sides.map((one) => (
          <Expected key={one} pairing={pairing} of={one} />
        ))}
      </div>
    </Panel>
  );
}

function Expected({ pairing, of }: { pairing: PairingPage; of: Side }) {
  const t = useTranslations("agreements.expectations");
  const { will, wont, signedOn } = pairing.expectations[of];
  return (
    <section className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-body font-medium">{t(pairing.side === of ? "you" : of)}</h3>
        {signedOn ? (
          <Status tone="done">{t.rich("signed", { day: () => <DayWords day={signedOn} /> })}</Status>
        ) : (
          <Status tone={pairing.open ? "due" : "neutral"}>{t("open")}</Status>
        )}
      </div>
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Lines label={t("will")} lines={will} kept />
        <Lines label={t("wont")} lines={wont} />
      </div>
    </section>
  );
}

function Lines({ label, lines, kept = false }: { label: string; lines: string[]; kept?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <ul aria-label={label} className="grid content-start gap-1.5 text-body">
      {lines.map((line) => (
        <li key={line} className="flex gap-2">
          {kept ? (
            <Check aria-hidden className="mt-1 size-4 shrink-0 text-done" />
          ) : (
            <X aria-hidden className="mt-1 size-4 shrink-0 text-ink-faint" />
          )}
          {line}
        </li>
      ))}
    </ul>
  );
}
