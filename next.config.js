import createNextIntlPlugin from "next-intl/plugin";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // npm run check asks the compiler once, for everything; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Not the folder of another lockfile that happens to lie further up.
  turbopack: {
    root: import.meta.dirname,
    // lib/catalogue.ts gives messages that are parsed already: the parser, nine kilobytes, stays off the phone.
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "nodemailer", "rate-limiter-flexible"],
  // An answer in a mentor training may be a recording of ten megabytes; the form around it takes little.
  experimental: { serverActions: { bodySizeLimit: "11mb" }, proxyClientMaxBodySize: "11mb" },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
