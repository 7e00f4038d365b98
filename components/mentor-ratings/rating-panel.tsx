import { useTranslations } from "next-intl";
import type { PairingRating } from "@/lib/mentor-ratings/queries";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";
import { RateMentor } from "./rate-mentor";

/** What whoever looks at a pairing sees of its rating: the mentee their own, an organizer the comment. */
export function RatingPanel({
  pairingId,
  rating,
  zone,
}: {
  pairingId: string;
  rating: PairingRating;
  zone: string;
}) {
  const t = useTranslations("mentor-ratings");
  if (rating.for === "organizer") {
    return (
      <Panel title={t("comment.title")} description={t("comment.who")}>
        <p className="text-body whitespace-pre-line">
          <bdi>{rating.comment}</bdi>
        </p>
      </Panel>
    );
  }
  const { open, mentor, given } = rating;
  return (
    <Panel id="rating" title={t("rate.title", { mentor })} description={t("rate.who")}>
      <div className="grid gap-4">
        {given && (
          <p className="text-body text-ink-soft">
            {t.rich(open ? "rate.until" : "rate.fixed", {
              given: () => <Time at={given.updatedAt} zone={zone} show="date" />,
              until: () => <Time at={given.until} zone={zone} show="both" />,
            })}
          </p>
        )}
        {open ? (
          <RateMentor pairingId={pairingId} given={given && { score: given.score, comment: given.comment }} />
        ) : (
          given && <Given score={given.score} comment={given.comment} />
        )}
      </div>
    </Panel>
  );
}

/** A rating that stays as it is. */
function Given({ score, comment }: { score: number; comment: string }) {
  const t = useTranslations("mentor-ratings.rate");
  return (
    <div className="grid gap-1 text-body">
      <p className="font-medium">{t(`level.${score as 1 | 2 | 3 | 4 | 5}`)}</p>
      {comment && (
        <p className="whitespace-pre-line">
          <bdi>{comment}</bdi>
        </p>
      )}
    </div>
  );
}
