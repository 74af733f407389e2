import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "nl", "fr", "es"],
  catalogs: [{ path: "app/i18n/locales/{locale}", include: ["app"] }],
  format: formatter({ lineNumbers: false }),
});
