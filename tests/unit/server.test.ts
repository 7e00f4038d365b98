import { expect, test } from "vitest";
import { addressOf } from "@/scripts/server";

test("without a proxy of our own, X-Forwarded-For changes nothing", () => {
  expect(addressOf("203.0.113.9", "10.0.0.1", 0)).toBe("203.0.113.9");
  expect(addressOf("::ffff:203.0.113.9", undefined, 0)).toBe("203.0.113.9");
});

test("one proxy is believed about the address before it, and about nothing further left", () => {
  expect(addressOf("172.18.0.2", "6.6.6.6, 203.0.113.9", 1)).toBe("203.0.113.9");
  expect(addressOf("172.18.0.2", "6.6.6.6,198.51.100.4, 203.0.113.9", 2)).toBe("198.51.100.4");
});

test("fewer entries than proxies give the furthest one that is known", () => {
  expect(addressOf("172.18.0.2", undefined, 1)).toBe("172.18.0.2");
  expect(addressOf("172.18.0.2", "203.0.113.9", 3)).toBe("203.0.113.9");
});
