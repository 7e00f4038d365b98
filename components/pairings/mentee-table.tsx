"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Day } from "@/lib/dates";
import type { BoardMentee, BoardMentor } from "@/lib/pairings/queries";
import type { PairingKind } from "@/lib/pairings/rules";
import { PersonLine } from "../ui/avatar";
import { Button } from "../ui/button";
import { FirstRows } from "../ui/first-rows";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { MentorChooser } from "./mentor-chooser";
import { PairingChip } from "./pairing-chip";

type Choosing = { enrollmentId: string; kind: PairingKind };

/** The mentees of a cohort with their mentors; one press opens the mentors that a mentee can have. */
export function MenteeTable({
  mentees,
  mentors,
  days,
  open,
}: {
  mentees: BoardMentee[];
  mentors: BoardMentor[];
  /** The program days of the cohort. */
  days: readonly Day[];
  /** Whether anybody can still be paired in this cohort. */
  open: boolean;
}) {
  const t = useTranslations("pairings.mentees");
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const movesOn = useRef(false);
  const chosen = choosing && mentees.find((one) => one.enrollmentId === choosing.enrollmentId);

  // Once a mentee has a mentor, the focus goes on to the next who has none: sixty are paired without the mouse.
  useEffect(() => {
    if (!movesOn.current || mentees.length === 0) return;
    movesOn.current = false;
    place.current?.querySelector<HTMLElement>("[data-choose]")?.focus();
  }, [mentees]);

  return (
    <div ref={place}>
      <FirstRows rows={mentees} more={t("showRest", { count: mentees.length })}>
        {(shown) => (
          <Table caption={t("caption")}>
            <Head>
              <HeadCell>{t("mentee")}</HeadCell>
              <HeadCell>{t("lead")}</HeadCell>
              <HeadCell>{t("call")}</HeadCell>
            </Head>
            <tbody>
              {shown.map((mentee) => (
                <Row key={mentee.enrollmentId}>
                  <Cell head>
                    <PersonLine
                      name={mentee.name}
                      detail={[mentee.title, mentee.floor].filter(Boolean).join(" · ")}
                    >
                      <a href={`/mentees/${mentee.enrollmentId}`} className="link">
                        {mentee.name}
                      </a>
                    </PersonLine>
                  </Cell>
                  {(["LEAD", "CALL"] as const).map((kind) => (
                    <Cell key={kind} label={t(kind === "LEAD" ? "lead" : "call")}>
                      <Mentors
                        mentee={mentee}
                        kind={kind}
                        open={open}
                        onChoose={() => setChoosing({ enrollmentId: mentee.enrollmentId, kind })}
                      />
                    </Cell>
                  ))}
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </FirstRows>
      {chosen && choosing && (
        <MentorChooser
          mentee={chosen}
          kind={choosing.kind}
          mentors={mentors}
          days={days}
          onClose={() => setChoosing(null)}
          onPaired={() => {
            movesOn.current = true;
            setChoosing(null);
          }}
        />
      )}
    </div>
  );
}

function Mentors({
  mentee,
  kind,
  open,
  onChoose,
}: {
  mentee: BoardMentee;
  kind: PairingKind;
  open: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("pairings.mentees");
  const pairings = mentee.pairings.filter((one) => one.kind === kind);
  const wanting = kind === "CALL" || pairings.length === 0;
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      {pairings.map((pairing) => (
        <PairingChip key={pairing.pairingId} pairing={pairing} mentee={mentee} />
      ))}
      {open && wanting && (
        <Button
          size="small"
          tone={kind === "LEAD" ? "plain" : "quiet"}
          icon={<Plus aria-hidden />}
          data-choose={kind === "LEAD" || undefined}
          aria-label={t(`chooseFor.${kind}`, { mentee: mentee.name })}
          onClick={onChoose}
        >
          {t(`choose.${kind}`)}
        </Button>
      )}
      {!open && pairings.length === 0 && <span className="text-ink-faint">–</span>}
    </div>
  );
}
