/** Only the server says these: page titles, mails, notices. */
export const SERVER = ["**/*.server.ts"];

/**
 * The parts of the catalogs beside `plan`, and the files whose words they hold. A module that shows such words imports
 * `app/i18n/<part>.client.ts`, or the route modules that use it do: tests/unit/catalog-parts.test.ts holds them to it.
 */
export const PARTS: Record<string, string[]> = {
  // What a form says, once it is open.
  forms: [
    "app/ui/{field.tsx,problems.ts}",
    "app/features/actions/components/move-form.tsx",
    "app/features/boards/components/move-panel.tsx",
  ],
  // The other ways to look at a board.
  looks: ["app/features/{boards/table,boards/timeline,views}/**", "app/routes/board-{together,views}.tsx"],
  // An action in depth, and what is gathered from all of them.
  work: [
    "app/features/actions/components/!(move-form).tsx",
    "app/features/actions/components/*.ts",
    "app/features/{comments,dependencies,documents,history,key-results,milestones,my,subsidiarity}/**",
    "app/features/boards/components/{boards-at-a-glance,inbox-line,overview-lists,review-line}.tsx",
    "app/routes/{action,action-*,actions-*,board-history,check-ins,due,my,overview,progress}.tsx",
  ],
  search: ["app/features/search/**", "app/routes/{keyboard,search}.tsx"],
  people: [
    "app/features/{accounts,networks}/**",
    "app/routes/{committee,evaluation-mail,network,network-*,networks,people,people-*,person,settings,sign-*,welcome}.tsx",
  ],
  suggestions: [
    "app/features/{suggestions,notices}/**",
    "app/routes/{suggestion,suggestion-*,suggestions,suggestions-*,notices,unsubscribe,voice}.tsx",
  ],
  reviews: [
    "app/features/{reviews,decisions,meeting,compare,reports}/**",
    "app/routes/{review,review-*,reviews,reviews-*,decision,decision-*,decisions,plan-compare,report,report-*,reports}.tsx",
  ],
  registers: [
    "app/features/registers/{*.ts,components/**}",
    "app/features/{alliances,contexts,exchanges,funding,identity,library,offers,positions,proposals,publications,stakeholders,windows}/**",
    "app/routes/{register,register-*,stakeholders,context,contexts,position,positions,window,windows,funding,funding-*,exchange,exchanges,exchanges-*,offer,offers,publication,publications,publications-*,identity,identity-*}.tsx",
  ],
};
