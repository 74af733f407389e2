import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { PARTS, SERVER } from "./scripts/catalog-parts.ts";

const others = Object.values(PARTS).flat();

/**
 * One catalog a part of the product and language: a phone that opens a board does not pay for the words of the other
 * parts (docs/decisions/0008-languages.md).
 */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "nl", "fr", "es"],
  catalogs: [
    // What every page and the board need, and whatever no other part has.
    { path: "app/i18n/locales/plan/{locale}", include: ["app"], exclude: [...SERVER, ...others] },
    ...Object.entries(PARTS).map(([part, include]) => ({
      path: `app/i18n/locales/${part}/{locale}`,
      include,
      exclude: SERVER,
    })),
    { path: "app/i18n/locales/server/{locale}", include: SERVER.map((files) => `app/${files}`) },
  ],
  format: formatter({ lineNumbers: false }),
});
