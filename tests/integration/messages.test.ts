import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clock } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { markAllRead, markRead } from "@/lib/messages/commands";
import { inbox, mailbox, unreadCount } from "@/lib/messages/queries";
import { announce } from "@/lib/outbox";
import { asOwner, resetDatabase } from "../support/database";
import { actor, aPerson, mondayMorning } from "../support/rows";
import { openPostbox, type Postbox } from "../support/smtp";
import { endWorkers, startWorker } from "../support/worker";

const patience = { timeout: 25_000, interval: 50 };
let postbox: Postbox | undefined;

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

afterEach(async () => {
  await endWorkers();
  await postbox?.stop();
  postbox = undefined;
});

/** Tells somebody that they are asked to score a certification. */
async function tell(to: { id: string }[], mentee = "Maya <b>Rossi</b>", by?: "mail" | "app") {
  await transaction(db, (tx) =>
    announce(tx, {
      to: to.map((person) => person.id),
      kind: "assessmentAsked",
      data: { mentee, cohort: "Spring", day: "2026-03-13" },
      href: "/attempts/1",
      ...(by ? { by } : {}),
    }),
  );
}

const onlyMessage = () => db.message.findFirstOrThrow();
const jobs = () => asOwner("SELECT locked_by, attempts FROM graphile_worker.jobs");

describe("writing a message", () => {
  it("happens in the transaction of the deed: what is rolled back tells nobody", async () => {
    const person = await aPerson();
    const undone = db.$transaction(async (tx) => {
      await announce(tx, { to: [person.id], kind: "enrolled", data: {}, href: "/" });
      throw new Error("not after all");
    });
    await expect(undone).rejects.toThrow("not after all");
    expect(await db.message.count()).toBe(0);
    expect(await jobs()).toEqual([]);
  });

  it("tells each person once, and not the one who did it", async () => {
    const [one, two] = [await aPerson(), await aPerson()];
    await transaction(db, (tx) =>
      announce(tx, { to: [one.id, two.id, one.id], kind: "enrolled", data: {}, href: "/", except: two.id }),
    );
    expect(await db.message.findMany({ select: { personId: true } })).toEqual([{ personId: one.id }]);
    expect(await jobs()).toHaveLength(1);
  });
});

describe("delivering e-mail", () => {
  it("hands it to the SMTP server once, with text and HTML in which nothing that people typed is markup", async () => {
    postbox = await openPostbox();
    const person = await aPerson({ name: "Ömer\r\nBcc: all@test.example", email: "omer@test.example" });
    await tell([person], "Maya <b>Rossi</b>\r\nBcc: all@test.example");
    const worker = await startWorker({ SMTP_URL: postbox.url });
    await vi.waitFor(async () => expect((await onlyMessage()).mail).toBe("SENT"), patience);
    expect(postbox.received).toHaveLength(1);
    const [mail] = postbox.received;
    const message = await onlyMessage();
    expect(mail?.messageId).toBe(message.messageId);
    expect(mail?.subject).toContain("Maya <b>Rossi</b> Bcc: all@test.example");
    expect(mail?.headers.has("bcc")).toBe(false);
    expect(mail?.to).toMatchObject({ value: [{ address: "omer@test.example" }] });
    expect(mail?.text).toContain("http://localhost:3000/attempts/1");
    expect(mail?.text).toContain("Fri, Mar 13");
    expect(mail?.html).toContain("Maya &lt;b&gt;Rossi&lt;/b&gt;");
    expect(mail?.html).not.toContain("<b>Rossi");
    expect(worker.lines.join("\n")).not.toMatch(/Ömer|Maya|test\.example/);
    expect(await worker.end()).toBe(0);
    expect(await jobs()).toEqual([]);
  });

  it("loses nothing while the SMTP server is away: it arrives once, under the Message-ID it had from the start", async () => {
    const first = await openPostbox();
    const port = Number(new URL(first.url).port);
    await first.stop();
    const person = await aPerson();
    await tell([person]);
    const before = await onlyMessage();
    await startWorker({ SMTP_URL: first.url });
    await vi.waitFor(async () => expect((await onlyMessage()).tries).toBeGreaterThan(0), patience);
    expect((await onlyMessage()).mail).toBe("QUEUED");
    postbox = await openPostbox(port);
    await vi.waitFor(async () => expect((await onlyMessage()).mail).toBe("SENT"), patience);
    expect(postbox.received.map((mail) => mail.messageId)).toEqual([before.messageId]);
  }, 40_000);

  it("drains the whole backlog as soon as one e-mail went through, however long the others were to wait", async () => {
    postbox = await openPostbox();
    const people = await Promise.all([aPerson(), aPerson(), aPerson()]);
    await tell(people);
    await asOwner(
      `UPDATE graphile_worker._private_jobs SET attempts = 25, run_at = now() + interval '6 hours',
       last_error = 'the SMTP server is away' WHERE id > (SELECT min(id) FROM graphile_worker._private_jobs)`,
    );
    await startWorker({ SMTP_URL: postbox.url });
    await vi.waitFor(
      async () => expect(await db.message.count({ where: { mail: "SENT" } })).toBe(3),
      patience,
    );
    expect(postbox.received).toHaveLength(3);
  }, 40_000);

  it("repeats a message at most once when the worker is killed between the server's yes and ours", async () => {
    postbox = await openPostbox();
    const box = postbox;
    const person = await aPerson();
    await tell([person]);
    const first = startWorker({ SMTP_URL: box.url });
    const killed = new Promise<void>((resolve) => {
      box.beforeAccepting = async () => {
        box.beforeAccepting = undefined;
        expect(await (await first).end("SIGKILL")).toBeNull();
        resolve();
      };
    });
    await killed;
    expect((await onlyMessage()).mail).toBe("QUEUED");
    await startWorker({ SMTP_URL: box.url });
    await vi.waitFor(async () => expect((await onlyMessage()).mail).toBe("SENT"), patience);
    const { messageId } = await onlyMessage();
    expect(box.received.map((mail) => mail.messageId)).toEqual([messageId, messageId]);
    await vi.waitFor(async () => expect(await jobs()).toEqual([]), patience);
  }, 60_000);

  it("does not take a job from a worker that is still at it", async () => {
    postbox = await openPostbox();
    const box = postbox;
    await tell([await aPerson()]);
    let letGo: () => void = () => undefined;
    box.beforeAccepting = () => new Promise((resolve) => (letGo = resolve));
    const slow = await startWorker({ SMTP_URL: box.url });
    await vi.waitFor(() => expect(box.received).toHaveLength(1), patience);
    await asOwner("UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute'");
    const other = await startWorker({ SMTP_URL: box.url });
    expect(await other.end()).toBe(0);
    const ending = slow.end();
    letGo();
    expect(await ending).toBe(0);
    expect(box.received).toHaveLength(1);
    expect((await onlyMessage()).mail).toBe("SENT");
  }, 60_000);

  it("keeps it where no SMTP server is set, and an administrator reads it", async () => {
    const person = await aPerson();
    const admin = await actor(await aPerson({ grant: "ADMIN" }));
    await tell([person]);
    await startWorker({ SMTP_URL: "" });
    await vi.waitFor(async () => expect((await onlyMessage()).mail).toBe("KEPT"), patience);
    const box = await mailbox(admin, {});
    expect(box.counts).toEqual({ QUEUED: 0, SENT: 0, KEPT: 1 });
    expect(box.entries[0]?.kept?.text).toContain("http://localhost:3000/attempts/1");
    await expect(mailbox(await actor(person), {})).rejects.toThrow(NotFoundError);
  }, 40_000);

  it("sends nothing to somebody who was deactivated meanwhile", async () => {
    postbox = await openPostbox();
    const person = await aPerson();
    await tell([person]);
    await db.person.update({ where: { id: person.id }, data: { deactivatedAt: mondayMorning } });
    await startWorker({ SMTP_URL: postbox.url });
    await vi.waitFor(async () => expect((await onlyMessage()).mail).toBe("NONE"), patience);
    expect(postbox.received).toEqual([]);
  }, 40_000);
});

describe("the inbox", () => {
  it("shows one's own notifications by the days of one's own time zone, newest first, page by page", async () => {
    const person = await aPerson({ timeZone: "Asia/Tokyo" });
    const other = await aPerson();
    for (let index = 0; index < 45; index++) {
      clock.set(new Date(mondayMorning.getTime() + index * 3_600_000));
      await tell([person], `Mentee ${index}`, "app");
    }
    await tell([other], "Not yours", "app");
    const me = await actor(person);
    const first = await inbox(me, {});
    expect(first.unread).toBe(45);
    expect(first.days.map((day) => [day.day, day.entries.length])).toEqual([
      ["2026-03-04", 14],
      ["2026-03-03", 24],
      ["2026-03-02", 2],
    ]);
    expect(first.days[0]?.entries[0]?.title).toContain("Mentee 44");
    const second = await inbox(me, { before: first.next ?? "" });
    expect(second.days.flatMap((day) => day.entries).map((entry) => entry.title)).toHaveLength(5);
    expect(second.next).toBeNull();
  });

  it("marks one as read, and all; somebody else's is not found", async () => {
    const person = await aPerson();
    await tell([person], "One", "app");
    await tell([person], "Two", "app");
    const me = await actor(person);
    const { id: messageId } = await onlyMessage();
    await expect(markRead(await actor(await aPerson()), { messageId })).rejects.toThrow(NotFoundError);
    expect(await unreadCount(me)).toBe(2);
    await markRead(me, { messageId });
    await markRead(me, { messageId });
    expect(await unreadCount(me)).toBe(1);
    expect((await inbox(me, { unread: true })).days.flatMap((day) => day.entries)).toHaveLength(1);
    expect(await markAllRead(me, {})).toEqual({ count: 1 });
    expect(await unreadCount(me)).toBe(0);
  });
});
