import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SignOffState } from "@/lib/cohorts/rules";
import { requestSignOff } from "@/lib/sign-offs/actions";
import { ActionButton } from "../ui/action-button";
import { buttonClass } from "../ui/button";
import { Panel } from "../ui/panel";
import { SignOffStatus } from "./cohort-state";
import { DecideSignOff } from "./decide-sign-off";

type SignOff = {
  id: string;
  about: string;
  state: SignOffState;
  comment: string | null;
  person: { id: string; name: string };
};

/** Who was asked to sign the launch off, and what they said. One's own can be decided here. */
export function SignOffList({
  cohortId,
  signOffs,
  open,
  asks = true,
  readerId,
}: {
  cohortId: string;
  signOffs: SignOff[];
  /** Whether the launch is still to come. */
  open: boolean;
  /** Whether the reader may ask others. */
  asks?: boolean;
  readerId: string;
}) {
  const t = useTranslations("cohorts.signOffs");
  const ask = open && asks && (
    <Link href={`/cohorts/${cohortId}/sign-off`} className={buttonClass({ size: "small" })}>
      {t("ask")}
    </Link>
  );
  return (
    <Panel id="sign-offs" title={t("title")} actions={ask}>
      {signOffs.length === 0 && <p className="text-body text-ink-soft">{t("none")}</p>}
      <ul className="grid gap-4">
        {signOffs.map((signOff) => (
          <li key={signOff.id} className="grid gap-1 text-body">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="min-w-0 font-medium">{signOff.about}</span>
              <SignOffStatus state={signOff.state} />
            </div>
            <bdi className="text-sm text-ink-soft">{signOff.person.name}</bdi>
            {signOff.comment && (
              <blockquote className="border-l-2 border-line pl-3 text-ink-soft">
                <bdi>{signOff.comment}</bdi>
              </blockquote>
            )}
            {open && asks && signOff.state === "CHANGES_REQUESTED" && (
              <ActionButton
                action={requestSignOff}
                input={{ cohortId, personId: signOff.person.id, about: signOff.about }}
                done={t("askedAgain", { name: signOff.person.name })}
                size="small"
                className="justify-self-start"
              >
                {t("askAgain")}
              </ActionButton>
            )}
            {open && signOff.state === "REQUESTED" && signOff.person.id === readerId && (
              <DecideSignOff id={signOff.id} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
