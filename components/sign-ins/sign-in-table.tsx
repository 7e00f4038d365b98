import { useTranslations } from "next-intl";
import type { ownSignIns } from "@/lib/sign-ins/queries";
import { Status } from "../ui/badge";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { Time } from "../ui/time";
import { EndSignIn } from "./end-sign-in";

type OwnSignIn = Awaited<ReturnType<typeof ownSignIns>>[number];

/** The browsers in which somebody is signed in, each with a button that ends it there. */
export function SignInTable({ signIns, now, zone }: { signIns: OwnSignIn[]; now: Date; zone: string }) {
  const t = useTranslations("sign-ins");
  const deviceOf = ({ browser, system }: OwnSignIn) =>
    browser && system ? t("list.on", { browser, system }) : (browser ?? system ?? t("list.unknown"));
  return (
    <Table caption={t("list.caption")}>
      <Head>
        <HeadCell>{t("list.device")}</HeadCell>
        <HeadCell>{t("list.since")}</HeadCell>
        <HeadCell>{t("list.seen")}</HeadCell>
        <HeadCell end>{t("list.end")}</HeadCell>
      </Head>
      <tbody>
        {signIns.map((signIn) => (
          <Row key={signIn.id}>
            <Cell head>
              {deviceOf(signIn)}
              {signIn.method === "OIDC" && (
                <span className="block text-xs font-normal text-ink-soft">{t("list.byProvider")}</span>
              )}
            </Cell>
            <Cell label={t("list.since")}>
              <Time at={signIn.createdAt} zone={zone} show="both" />
            </Cell>
            <Cell label={t("list.seen")}>
              <Time at={signIn.lastSeenAt} now={now} zone={zone} />
            </Cell>
            <Cell end>
              {signIn.here ? (
                <Status tone="accent">{t("list.here")}</Status>
              ) : (
                <EndSignIn signInId={signIn.id} device={deviceOf(signIn)} />
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
