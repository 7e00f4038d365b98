import type { MessageKey } from "@/i18n/messages";
import type { Sentence } from "@/lib/errors";

type Twofold<Key> = Key extends `${infer Start}Already` ? Start : never;
/** A key that the catalogue holds twice: as it is, and with "Already" behind it. */
type EdgeKey = Extract<MessageKey, Twofold<MessageKey>>;

/** For each state the states it may become. What is not listed is refused. */
export type Edges<State extends string> = Readonly<Record<State, readonly State[]>>;

/**
 * Why something in state `from` may not become `to`, or null when it may. Gives the sentence `key`, or
 * `key` + "Already" when it is `to` as it stands; both speak of `from` and `to`.
 */
export function edgeRefusal<State extends string>(
  edges: Edges<State>,
  key: EdgeKey,
  from: State,
  to: State,
): Sentence | null {
  if (edges[from].includes(to)) return null;
  return { key: from === to ? `${key}Already` : key, values: { from, to } };
}
