import { getRequestConfig } from "next-intl/server";
import { catalogue, locale } from "@/lib/catalogue";
import { clock } from "@/lib/clock";

/**
 * The words of a page: one language for now, so no locale in the address. Times are written in the zone that each
 * place asks for; UTC only keeps a forgotten zone from being the server's.
 */
export default getRequestConfig(async () => ({
  locale,
  messages: catalogue(),
  timeZone: "UTC",
  now: clock.now(),
}));
