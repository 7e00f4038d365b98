import { z } from "zod";
import { ratingScores } from "@/lib/mentor-ratings/rules";
import { optionalParagraphs } from "@/lib/text";

export const rateMentorSchema = z.object({
  pairingId: z.uuid(),
  score: z.enum(ratingScores, "mentor-ratings.invalid.score").transform(Number),
  comment: optionalParagraphs(500),
});
export type RateMentor = z.output<typeof rateMentorSchema>;
