import { z } from "zod";
import { grantKinds, personStates } from "@/lib/people/rules";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(first, schema.optional()).catch(undefined);

/** What the address of the directory holds; what is none of it is left out. */
const addressSchema = z.object({
  q: optional(
    z
      .string()
      .max(120)
      .transform((text) => text.replace(/\p{Cc}/gu, "").trim()),
  ),
  floor: optional(z.uuid()),
  grant: optional(z.enum(grantKinds)),
  state: optional(z.enum(personStates)),
  after: optional(z.uuid()),
  before: optional(z.uuid()),
});

export type DirectoryAddress = z.output<typeof addressSchema>;

/** Reads the address of the directory. */
export function readDirectoryAddress(
  params: Record<string, string | string[] | undefined>,
): DirectoryAddress {
  return addressSchema.parse(params);
}

/** The address of the directory with these filters. A changed filter starts from the first page again. */
export function directoryHref({ q, floor, grant, state }: Partial<DirectoryAddress>, page = {}): string {
  const given = Object.entries({ q, floor, grant, state, ...page }).filter(([, value]) => value);
  const query = new URLSearchParams(given as [string, string][]).toString();
  return query ? `/people?${query}` : "/people";
}
