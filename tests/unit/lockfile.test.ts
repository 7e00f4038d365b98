import { expect, test } from "vitest";
import { missingFrom, readLockfile } from "@/scripts/lockfile";

test("the lockfile names the packages of every platform, without which npm ci refuses it", () => {
  // What is missing comes back with: npx tsx scripts/lockfile.ts
  expect(Object.keys(missingFrom(readLockfile()))).toEqual([]);
});

test("a package of another platform is named with what it is for", () => {
  const native = {
    "@x/core-linux-x64-musl": "1.2.3",
    "@x/core-win32-arm64-msvc": "^1.2.3",
    "@x/core-linux-x64-gnu": "1.2.3",
  };
  const packages = {
    "node_modules/x": { optionalDependencies: native, dev: true },
    "node_modules/@x/core-linux-x64-gnu": { version: "1.2.3" },
  };
  expect(missingFrom({ packages })).toEqual({
    "node_modules/@x/core-linux-x64-musl": {
      version: "1.2.3",
      dev: true,
      optional: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
    },
    "node_modules/@x/core-win32-arm64-msvc": {
      version: "1.2.3",
      dev: true,
      optional: true,
      os: ["win32"],
      cpu: ["arm64"],
    },
  });
});
