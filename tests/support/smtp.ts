import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Postbox = {
  url: string;
  received: ParsedMail[];
  /** Called with each message before the server says that it took it. */
  beforeAccepting: (() => Promise<void>) | undefined;
  stop(): Promise<void>;
};

/** A real SMTP server on loopback that keeps what it receives. With a `port` it comes back where another one was. */
export async function openPostbox(port = 0): Promise<Postbox> {
  const received: ParsedMail[] = [];
  const postbox: Postbox = { url: "", received, beforeAccepting: undefined, stop: async () => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      simpleParser(stream)
        .then(async (mail) => {
          received.push(mail);
          await postbox.beforeAccepting?.();
          done();
        })
        .catch(done);
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;
  postbox.url = `smtp://127.0.0.1:${address.port}`;
  postbox.stop = () => new Promise((resolve) => server.close(resolve));
  return postbox;
}
