import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password's argon2id hash, to be kept. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), cost);
}

let stranger: Promise<string> | undefined;

/** Whether the password belongs to the hash. Without a hash it takes just as long and says no. */
export async function verifyPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  stranger ??= hashPassword(crypto.randomUUID());
  const right = await verify(kept ?? (await stranger), password.normalize("NFC"));
  return Boolean(kept) && right;
}
