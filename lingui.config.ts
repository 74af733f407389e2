import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** Only the server says these: page titles, mails, notices. */
const SERVER = ["**/*.server.ts"];
const PEOPLE = [
  "app/features/{accounts,networks}/**",
  "app/routes/{committee,evaluation-mail,network,network-*,networks,people,people-*,person,settings,sign-*,welcome}.tsx",
];
const SUGGESTIONS = [
  "app/features/{suggestions,notices}/**",
  "app/routes/{suggestion,suggestion-*,suggestions,suggestions-*,notices,unsubscribe,voice}.tsx",
];
const REVIEWS = [
  "app/features/{reviews,decisions,meeting,compare,reports}/**",
  "app/routes/{review,review-*,reviews,reviews-*,decision,decision-*,decisions,plan-compare,report,report-*,reports}.tsx",
];
const REGISTERS = [
  "app/features/registers/{*.ts,components/**}",
  "app/features/{stakeholders,contexts,positions,windows,exchanges,funding,publications}/**",
  "app/routes/{register,register-*,stakeholders,contexts,context,positions,position,windows,window}.tsx",
];

/**
 * One catalog a part of the product and language: a phone that opens a board does not pay for the words of the other
 * parts (docs/decisions/0008-languages.md).
 */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "nl", "fr", "es"],
  catalogs: [
    {
      path: "app/i18n/locales/plan/{locale}",
      include: ["app"],
      exclude: [...SERVER, ...PEOPLE, ...SUGGESTIONS, ...REVIEWS, ...REGISTERS],
    },
    { path: "app/i18n/locales/people/{locale}", include: PEOPLE, exclude: SERVER },
    { path: "app/i18n/locales/suggestions/{locale}", include: SUGGESTIONS, exclude: SERVER },
    { path: "app/i18n/locales/reviews/{locale}", include: REVIEWS, exclude: SERVER },
    { path: "app/i18n/locales/registers/{locale}", include: REGISTERS, exclude: SERVER },
    { path: "app/i18n/locales/server/{locale}", include: ["app/**/*.server.ts"] },
  ],
  format: formatter({ lineNumbers: false }),
});
