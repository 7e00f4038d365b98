/** Namespaces and their messages: text, or the list of parts that lib/catalogue.ts made of it. */
export type WordTree = { [key: string]: WordTree | string | unknown[] };

/** Whether it is a namespace rather than a message. */
export function isTree(value: WordTree | string | unknown[] | undefined): value is WordTree {
  return typeof value === "object" && !Array.isArray(value);
}
