import { z } from "zod";
import { stated } from "@/lib/mentor-loads/schema";
import { mentorKinds } from "@/lib/mentors/rules";
import { paragraphs } from "@/lib/text";

export const proposeMentorsSchema = z.object({
  listId: z.uuid(),
  personIds: z.array(z.uuid()).min(1, "mentors.invalid.nobody").max(100, "mentors.invalid.tooMany"),
});
export type ProposeMentors = z.output<typeof proposeMentorsSchema>;

export const proposeSelfSchema = z.object({ listId: z.uuid() });
export type ProposeSelf = z.output<typeof proposeSelfSchema>;

/** How the nomination stood on the screen of whoever decides: if somebody was faster, they are told who. */
const was = z.enum(["PROPOSED", "APPROVED", "DECLINED"]);

/** What an approved mentor is to do, and how much of it. */
const terms = {
  kind: z.enum(mentorKinds, "mentors.invalid.kind"),
  hoursPerWeek: z
    .int("mentors.invalid.hours")
    .min(1, "mentors.invalid.hours")
    .max(40, "mentors.invalid.hours"),
  capacity: z
    .int("mentors.invalid.capacity")
    .min(1, "mentors.invalid.capacity")
    .max(50, "mentors.invalid.capacity"),
};

export const approveNominationSchema = z.object({
  nominationId: z.uuid(),
  was,
  decision: z.literal("APPROVED"),
  ...terms,
  /** What whoever decides knows of the person's hours with own customers, where they were asked. */
  selling: z.object(stated).optional(),
});

/** Several undecided people of one list, approved on the same terms. */
export const approveNominationsSchema = z.object({
  listId: z.uuid(),
  nominationIds: z.array(z.uuid()).min(1, "mentors.invalid.nobody").max(100, "mentors.invalid.tooMany"),
  ...terms,
});
export type ApproveNominations = z.output<typeof approveNominationsSchema>;

export const declineNominationSchema = z.object({
  nominationId: z.uuid(),
  was,
  decision: z.literal("DECLINED"),
  reason: paragraphs(1000, "mentors.invalid.reason"),
});

export const decideNominationSchema = z.discriminatedUnion("decision", [
  approveNominationSchema,
  declineNominationSchema,
]);
export type DecideNomination = z.output<typeof decideNominationSchema>;

export const withdrawNominationSchema = z.object({ nominationId: z.uuid() });
export type WithdrawNomination = z.output<typeof withdrawNominationSchema>;

/** Whom the address of a list looks for among the people of the floor; what is not understood counts as nobody. */
export const listSearch = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\p{Cc}]*$/u)
    .catch(""),
});
