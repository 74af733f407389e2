/** Only the server says these: page titles, mails, notices. */
export const SERVER = ["**/*.server.ts", "**/*.server.tsx"];

/**
 * The parts of the catalogs beside `plan`, and the files whose words they hold. A module that shows such words imports
 * `app/i18n/<part>.client.ts`, or the route modules that use it do: tests/unit/core/catalog-parts.test.ts holds them to it.
 */
export const PARTS: Record<string, string[]> = {
  // What a form says, once it is open.
  forms: [
    "app/ui/{field.tsx,problems.ts}",
    "app/features/plan/actions/components/form-notices.tsx",
    "app/features/plan/documents/components/file-labels.ts",
    "app/features/plan/actions/components/move-form.tsx",
    "app/features/plan/boards/components/move-panel.tsx",
  ],
  // The other ways to look at a board.
  looks: [
    "app/features/plan/{boards/table,boards/timeline,saved-views}/**",
    "app/routes/plan/board-{together,views}.tsx",
  ],
  // An action in depth, and what is gathered from all of them.
  work: [
    "app/features/plan/actions/components/!(form-notices|move-form).tsx",
    "app/features/plan/actions/components/*.ts",
    "app/features/plan/{comments,dependencies,key-results,milestones,subsidiarity}/**",
    "app/features/plan/documents/*.ts",
    "app/features/plan/documents/components/!(file-labels).*",
    "app/features/core/history/**",
    "app/features/home/my/**",
    "app/features/home/overview/components/*.tsx",
    "app/routes/*/{action,action-*,actions-*,board-history,check-ins,due,my,overview,progress}.tsx",
  ],
  search: ["app/features/core/search/**", "app/routes/*/{keyboard,search}.tsx"],
  people: [
    "app/features/people/{accounts,networks}/**",
    "app/routes/*/{committee,evaluation-mail,network,network-*,networks,people,people-*,person,settings,sign-*,welcome}.tsx",
  ],
  suggestions: [
    "app/features/suggestions/**",
    "app/features/core/notifications/**",
    "app/routes/*/{suggestion,suggestion-*,suggestions,suggestions-*,notices,unsubscribe,voice}.tsx",
  ],
  reviews: [
    "app/features/committee/{reviews,decisions,meeting,reports}/**",
    "app/features/plan/compare/**",
    "app/routes/*/{review,review-*,reviews,reviews-*,decision,decision-*,decisions,plan-compare,report,report-*,reports}.tsx",
  ],
  registers: [
    "app/features/tools/engine/{*.ts,components/**}",
    "app/features/tools/{lobbying,learning,financing,communication}/**",
    "app/routes/*/{register,register-*,stakeholders,context,contexts,position,positions,window,windows,funding,funding-*,exchange,exchanges,exchanges-*,offer,offers,publication,publications,publications-*,identity,identity-*}.tsx",
  ],
};
