import { useTranslations } from "next-intl";
import { SentenceText } from "@/components/ui/sentence";
import type { Need } from "@/lib/board/rules";

const shown = 8;

/** The mentees who need somebody today, whoever needs it most first, each with why. */
export function NeedsList({ needs }: { needs: Need[] }) {
  const t = useTranslations("board.need");
  if (needs.length === 0) return <p className="text-body text-ink-soft">{t("nobody")}</p>;
  return (
    <ol className="grid gap-2 text-body md:grid-cols-2">
      {needs.slice(0, shown).map(({ id, name, reasons }) => (
        <li key={id}>
          <a href={`/mentees/${id}`} className="link font-medium">
            {name}
          </a>
          <ul className="text-sm text-ink-soft">
            {reasons.map((reason) => (
              <li key={reason.key}>
                <SentenceText of={reason} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
