import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { CATALOGS } from "./scripts/message-areas.ts";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "nl", "fr", "es"],
  catalogs: CATALOGS,
  format: formatter({ lineNumbers: false }),
});
