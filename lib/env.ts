import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";

/** A text of at least 32 characters that is not one of the placeholders and has some variety. */
const secret = z
  .string({
    error: "is missing: set it to at least 32 random characters, for instance from `openssl rand -base64 48`",
  })
  .min(32, "is too short: it needs at least 32 random characters")
  .refine((text) => new Set(text).size >= 12 && !/change.?me|secret|password|example/i.test(text), {
    error: "is weak: use random characters, for instance from `openssl rand -base64 48`",
  });

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must be an address that starts with postgresql://");

const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
};

const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `must be one of ${words.join(", ")}` });

const server = {
  DATABASE_URL: z
    .string({
      error: "is missing: set it to the address of your PostgreSQL, postgresql://user:password@host/database",
    })
    .pipe(postgresUrl),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_POOL: wholeNumber(2, 200).default(10),
  APP_URL: z
    .string({
      error: "is missing: set it to the address people open, for instance https://ridealong.example.com",
    })
    .pipe(z.url({ protocol: /^https?$/, error: "must be an address that starts with https:// or http://" })),
  AUTH_SECRET: secret,
  TRUST_PROXY: wholeNumber(0, 5).default(0),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^\r\n<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "must be an e-mail address")
    .optional(),
  OIDC_ISSUER: z.url({ error: "must be the address of the provider" }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default("your company account"),
  LOG_LEVEL: oneOf(["debug", "info", "warn", "error", "silent"]).default("info"),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().optional(),
  MIGRATE: oneOf(["on", "off"]).default("on"),
  DRAIN_SECONDS: wholeNumber(0, 120).default(5),
  CLOCK_FILE: z.string().optional(),
  DEMO_PASSWORD: z.string().optional(),
  STAGE: oneOf(["demo"]).optional(),
};

type Settings = z.output<z.ZodObject<typeof server>>;

const oidcSettings = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** What each setting says of itself may be right, and still not go with the others. */
function checkTogether(settings: Settings, context: z.RefinementCtx): void {
  const refuse = (name: keyof Settings, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });
  if (oidcSettings.some((name) => settings[name])) {
    for (const name of oidcSettings.filter((one) => !settings[one])) {
      refuse(name, "is missing: the provider's issuer, client id and client secret go together");
    }
  }
  if (settings.SMTP_URL && !settings.MAIL_FROM) {
    refuse("MAIL_FROM", "is missing: set it to the address that your mail is from, since SMTP_URL is set");
  }
  if (settings.STAGE) return;
  if (settings.DEMO_PASSWORD) refuse("DEMO_PASSWORD", "is for npm run demo alone: it lets anybody in");
  if (settings.CLOCK_FILE) refuse("CLOCK_FILE", "is for tests alone: it lets a file move the clock");
}

/** One sentence for each setting that is missing or weak; the message says all of them to who starts the process. */
export class SettingsError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(["Ridealong does not start:", ...problems.map((problem) => `- ${problem}`)].join("\n"));
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** The settings of this process. Importing this file refuses with a {@link SettingsError} when they do not do. */
export const env = createEnv({
  server,
  experimental__runtimeEnv: {},
  createFinalSchema: (shape) => z.object(shape).superRefine(checkTogether),
  emptyStringAsUndefined: true,
  // A build reads no settings: it is made once and started anywhere.
  skipValidation: process.env.NEXT_PHASE === "phase-production-build",
  onValidationError: (issues) => {
    throw new SettingsError(issues.map((issue) => `${String(issue.path?.[0])} ${issue.message}.`));
  },
});

/** True where the demo story lives: people may sign in with the demo's password and read each mail in the app. */
export const isDemo = Boolean(env.DEMO_PASSWORD);

/** What signs people in through the company's provider; undefined when it is not set up. */
export const oidc =
  env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
    ? {
        issuer: env.OIDC_ISSUER,
        clientId: env.OIDC_CLIENT_ID,
        clientSecret: env.OIDC_CLIENT_SECRET,
        name: env.OIDC_NAME,
      }
    : undefined;
