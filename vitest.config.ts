import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

/** Settings that lib/env.ts accepts. The address leads nowhere: a unit test that asks a database fails. */
const env = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing",
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "q7Jx2vN9bK4mTz8wRc5yHd1gLf6sPa3u",
  LOG_LEVEL: "silent",
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          environment: "node",
          env,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          sequence: { groupOrder: 1 },
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          environment: "node",
          env,
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          globalSetup: ["tests/support/global-setup.ts"],
          setupFiles: ["tests/support/integration-setup.ts"],
        },
      },
    ],
    coverage: { provider: "v8", include: ["lib/**"], reportsDirectory: "coverage" },
  },
});
