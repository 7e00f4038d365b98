"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { keyFromText } from "@/lib/errors";
import { removePortrait, setPortrait } from "@/lib/profiles/actions";
import { ActionButton } from "../ui/action-button";
import { Field } from "../ui/field";
import { FileInput } from "../ui/input";
import { runAction } from "../ui/run-action";
import { useSentence, useTroubleWords } from "../ui/sentence";
import { showToast } from "../ui/toast";
import { Portrait } from "./portrait";
import { squarePicture } from "./square-picture";

/**
 * One's own photo, sent as soon as it is chosen: the form beside it keeps what is typed. Shown at once while it is on
 * its way; what is wrong with a file stands beside the field, and the photo from before stays.
 */
export function PortraitField({ name, portrait }: { name: string; portrait: string | null }) {
  const t = useTranslations("profiles.portrait");
  const words = useSentence();
  const troubleWords = useTroubleWords();
  const [error, setError] = useState<string>();
  const [sending, setSending] = useState(false);
  // What was sent is shown until the page brings another photo: that is a moment after the answer.
  const [sent, setSent] = useState<{ src: string; instead: string | null } | null>(null);
  if (sent && sent.instead !== portrait) setSent(null);

  async function take({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file || sending) return;
    setError(undefined);
    const read = await squarePicture(file);
    // The same file can be chosen again, after a refusal or a removal.
    target.value = "";
    if ("refusal" in read) return setError(words({ key: read.refusal }));
    setSent({ src: `data:image/jpeg;base64,${read.picture}`, instead: portrait });
    setSending(true);
    const outcome = await runAction(setPortrait, read);
    setSending(false);
    if (outcome.done) return showToast({ text: t("saved") });
    setSent(null);
    const { trouble } = outcome;
    const key = trouble.kind === "invalid" ? trouble.fields.picture : undefined;
    setError(key ? words({ key: keyFromText(key) }) : troubleWords(trouble));
  }

  return (
    <section
      aria-busy={sending || undefined}
      className="mb-5 flex max-w-3xl flex-col gap-4 border-b border-line pb-6 sm:flex-row sm:items-center sm:gap-6"
    >
      <Portrait name={name} src={sent?.src ?? portrait} />
      <Field label={t("title")} hint={t("hint")} error={error} className="min-w-0 flex-1">
        {(control) => (
          <FileInput
            {...control}
            accept="image/png,image/jpeg,image/webp"
            aria-disabled={sending || undefined}
            onChange={take}
          />
        )}
      </Field>
      {portrait && (
        <ActionButton action={removePortrait} input={{}} done={t("removed")}>
          {t("remove")}
        </ActionButton>
      )}
      <p role="status" className="sr-only">
        {sending && t("sending")}
      </p>
    </section>
  );
}
