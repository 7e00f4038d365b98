"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { FirstRows } from "../ui/first-rows";
import { KeptNote } from "../ui/kept-form";
import { Panel } from "../ui/panel";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { Textarea } from "../ui/textarea";
import { Unfold } from "../ui/unfold";

const lines = Array.from({ length: 33 }, (_, index) => index + 1);
const nothing = () => undefined;

/** What comes when it is asked for: a form in the place of its button, the rest of a long list, what was typed before. */
export function Unfolding() {
  const t = useTranslations("design.unfolding");
  const [open, setOpen] = useState(false);
  return (
    <div className="grid items-start gap-5 md:grid-cols-2">
      <Panel id="unfolding" title={t("title")}>
        <div className="grid gap-4">
          <Unfold open={open}>
            {open ? (
              <div className="grid gap-3">
                <Field label={t("reason")}>{(control) => <Textarea {...control} />}</Field>
                <div>
                  <Button onClick={() => setOpen(false)}>{t("close")}</Button>
                </div>
              </div>
            ) : (
              <Button onClick={() => setOpen(true)}>{t("open")}</Button>
            )}
          </Unfold>
          {[false, true].map((changed) => (
            <KeptNote
              key={String(changed)}
              of={{ restored: { changed }, saved: nothing, drop: () => setOpen(false) }}
            />
          ))}
        </div>
      </Panel>
      <Panel flush title={t("long")}>
        <FirstRows rows={lines} more={t("more", { count: lines.length })}>
          {(shown) => (
            <Table caption={t("long")}>
              <Head>
                <HeadCell>{t("mentee")}</HeadCell>
              </Head>
              <tbody>
                {shown.map((line) => (
                  <Row key={line}>
                    <Cell head>
                      <Link href="#unfolding">{t("line", { number: line })}</Link>
                    </Cell>
                  </Row>
                ))}
              </tbody>
            </Table>
          )}
        </FirstRows>
      </Panel>
    </div>
  );
}
