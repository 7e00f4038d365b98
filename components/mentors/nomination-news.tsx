import { useTranslations } from "next-intl";
import type { KeyBelow } from "@/i18n/messages";
import type { OwnNomination } from "@/lib/mentors/queries";
import { hasLapsed } from "@/lib/mentors/rules";
import { Banner, type BannerTone } from "../ui/banner";
import { Time } from "../ui/time";

type Word = KeyBelow<"mentors.own.news"> extends `${infer Word}.${"title" | "body"}` ? Word : never;
type News = { word: Word; tone: BannerTone; why?: string | null };

/** Where one's own nomination stands, in one sentence; `why` is what somebody wrote about it. */
export function NominationNews({
  nomination,
  now,
  zone,
}: {
  nomination: OwnNomination;
  now: Date;
  zone: string;
}) {
  const t = useTranslations("mentors.own.news");
  const { word, tone, why } = newsOf(nomination, now);
  const { respondBy } = nomination;
  return (
    <Banner tone={tone} title={t(`${word}.title`)}>
      {word === "invited" && respondBy ? (
        <>
          {t("invited.body")} <Time at={respondBy} zone={zone} show="both" /> (
          <Time at={respondBy} zone={zone} now={now} />)
        </>
      ) : (
        t(`${word}.body`)
      )}
      {why && (
        <blockquote className="mt-1.5 border-l-2 border-line pl-3 whitespace-pre-line">
          <bdi>{why}</bdi>
        </blockquote>
      )}
    </Banner>
  );
}

function newsOf(nomination: OwnNomination, now: Date): News {
  const { decision, willingness, training, pairings, declineReason, responseReason } = nomination;
  if (nomination.cohort.state === "CANCELLED") return { word: "cancelled", tone: "info" };
  if (nomination.cohort.state === "COMPLETED" || nomination.cohort.state === "ARCHIVED") {
    return { word: "over", tone: "done" };
  }
  if (decision === "WITHDRAWN") return { word: "withdrawn", tone: "info" };
  if (decision === "DECLINED") return { word: "declined", tone: "info", why: declineReason };
  if (decision === "PROPOSED") return { word: "proposed", tone: "info" };
  if (willingness === "EXPIRED" || hasLapsed(nomination, now)) return { word: "lapsed", tone: "due" };
  if (willingness === "NOT_ASKED") return { word: "approved", tone: "done" };
  if (willingness === "INVITED") return { word: "invited", tone: "due" };
  if (willingness === "NOT_THIS_TIME") return { word: "notThisTime", tone: "info" };
  if (willingness === "DECLINED") return { word: "saidNo", tone: "info", why: responseReason };
  if (pairings.length > 0) return { word: "paired", tone: "done" };
  return training === "COMPLETED" || training === "WAIVED"
    ? { word: "ready", tone: "done" }
    : { word: "saidYes", tone: "done" };
}
