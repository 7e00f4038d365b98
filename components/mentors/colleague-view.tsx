import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ShownList } from "@/lib/mentors/queries";
import { buttonClass } from "../ui/button";
import { Panel } from "../ui/panel";
import { Commitment, Expectations } from "./expectations";
import { ProposeSelf } from "./propose-self";

/** A mentor list as somebody of the floor sees it: what mentoring means, and the way to offer oneself. */
export function ColleagueView({ list, open }: { list: ShownList; open: boolean }) {
  const t = useTranslations("mentors.join");
  const { cohort, nominations } = list;
  const own = nominations[0];
  return (
    <Panel
      title={t("title", { cohort: cohort.name })}
      description={t("what")}
      footer={
        own ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            {t("already")}
            <Link href={`/nominations/${own.id}`} className={buttonClass()}>
              {t("open")}
            </Link>
          </div>
        ) : open ? (
          <ProposeSelf listId={list.id} />
        ) : (
          t("closed")
        )
      }
    >
      <div className="grid gap-5">
        <Commitment startsOn={cohort.startsOn} endsOn={cohort.endsOn} />
        <Expectations will={cohort.mentorWill} wont={cohort.mentorWont} />
      </div>
    </Panel>
  );
}
