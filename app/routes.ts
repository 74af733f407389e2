import { index, layout, prefix, type RouteConfig, type RouteConfigEntry, route } from "@remix-run/route-config";
import type { RegisterName } from "./domain.ts";

/** A table as a file, in each format that it is offered in: one address a format, `entries.csv`, `entries.xlsx`. */
const tableFiles = (path: string, module: string, id = path) =>
  ["csv", "xlsx"].map((type) => route(`${path}.${type}`, module, { id: `${id}.${type}` }));

/** A list of actions, one of which opens beside it (docs/decisions/0039-side-panel.md). */
const besidePanel = (list: string, routes: RouteConfigEntry[]) => [
  layout("routes/plan/with-panel.tsx", { id: `panel/${list}` }, routes),
];

/** What a tool draws by itself in place of the page that all tools share (docs/decisions/0018-registers.md). */
const toolsOwn = (tool: RegisterName, own: Partial<Record<"list" | "entry", string>>) =>
  prefix(tool, [...(own.list ? [index(own.list)] : []), ...(own.entry ? [route(":id", own.entry)] : [])]);

/** The whole URL map: people bookmark and mail these addresses, and tests hold them. */
export default [
  index("routes/home/overview.tsx"),

  route("time-zone", "routes/core/time-zone.ts"),
  route("density", "routes/people/density.ts"),

  ...prefix("boards/:board", [
    ...besidePanel("boards", [index("routes/plan/board.tsx")]),
    ...tableFiles("actions", "routes/plan/board-actions.ts", "boards/:board/actions"),
    route("history", "routes/plan/board-history.tsx"),
    route("together", "routes/plan/board-bulk-edit.tsx"),
    route("views", "routes/plan/board-views.tsx"),
    route("templates", "routes/plan/board-templates.tsx"),
    route("templates/new", "routes/plan/board-template-new.tsx"),
    route("templates/:id", "routes/plan/board-template.tsx"),
  ]),
  // The whole plan is looked at as a board is: the same modules, which get no `:board`.
  ...prefix("plan", [
    ...besidePanel("plan", [index("routes/plan/board.tsx", { id: "plan" })]),
    ...tableFiles("actions", "routes/plan/board-actions.ts", "plan/actions"),
    route("views", "routes/plan/board-views.tsx", { id: "plan/views" }),
    route("compare", "routes/plan/plan-compare.tsx"),
  ]),

  ...prefix("actions", [
    route("new", "routes/plan/action-new.tsx"),
    route("to-link", "routes/plan/actions-to-link.tsx"),
    route(":ref", "routes/plan/action.tsx"),
    route(":ref/edit", "routes/plan/action-edit.tsx"),
    route(":ref/move", "routes/plan/action-move.tsx"),
    route(":ref/dependencies", "routes/plan/action-dependencies.tsx"),
    route(":ref/recurrence", "routes/plan/action-recurrence.tsx"),
    route(":ref/milestones", "routes/plan/action-milestones.tsx"),
    route(":ref/history", "routes/plan/action-history.tsx"),
    route(":ref/key-results/new", "routes/plan/action-key-result-new.tsx"),
    route(":ref/key-results/:id", "routes/plan/action-key-result.tsx"),
    route(":ref/check-in", "routes/plan/action-check-in.tsx"),
    route(":ref/strengthens", "routes/plan/action-strengthens.tsx"),
    route(":ref/strengthens/:network", "routes/plan/action-strengthened.tsx"),
    route(":ref/documents", "routes/plan/action-documents.tsx"),
  ]),
  route("documents/:id", "routes/plan/document.ts"),
  route("documents/:id/preview", "routes/plan/document-preview.ts"),

  route("check-ins", "routes/plan/check-ins.tsx"),
  route("due", "routes/plan/due.tsx"),
  route("progress", "routes/plan/progress.tsx"),

  ...prefix("suggestions", [
    index("routes/suggestions/suggestions.tsx"),
    route("new", "routes/suggestions/suggestions-new.tsx"),
    route("inbox", "routes/suggestions/suggestions-inbox.tsx"),
    route("workshops", "routes/suggestions/suggestions-workshops.tsx"),
    route("workshops/:workshop", "routes/suggestions/suggestions-workshop.tsx"),
    route("paper", "routes/suggestions/suggestions-paper.tsx"),
    route("drafts", "routes/suggestions/suggestions-drafts.tsx"),
    route("similar", "routes/suggestions/suggestions-similar.tsx"),
    route(":id", "routes/suggestions/suggestion.tsx"),
    route(":id/edit", "routes/suggestions/suggestion-edit.tsx"),
    route(":id/answer", "routes/suggestions/suggestion-answer.tsx"),
    route(":id/history", "routes/suggestions/suggestion-history.tsx"),
  ]),
  route("notices", "routes/core/notices.tsx"),

  ...prefix("search", [
    ...besidePanel("search", [index("routes/core/search.tsx")]),
    route("quick", "routes/core/search-quick.ts"),
  ]),
  route("comments/people", "routes/plan/comment-people.ts"),
  route("keyboard", "routes/core/keyboard.tsx"),
  route("my", "routes/home/my.tsx"),
  route("calendar/:file", "routes/home/calendar.ts"),
  route("calendar/:token/exchanges.ics", "routes/tools/exchanges-feed.ts"),

  route("unsubscribe/:token", "routes/core/unsubscribe.tsx"),

  ...prefix("reviews", [
    index("routes/committee/reviews.tsx"),
    route(":quarter", "routes/committee/review.tsx"),
    route(":quarter/open", "routes/committee/review-open.tsx"),
    route(":quarter/prepare", "routes/committee/review-prepare.tsx"),
    route(":quarter/alignment", "routes/committee/review-alignment.tsx"),
    route(":quarter/alignment/:network", "routes/committee/review-view.tsx"),
    route(":quarter/meeting", "routes/committee/review-meeting.tsx"),
    route(":quarter/decisions/new", "routes/committee/review-decision-new.tsx"),
    route(":quarter/close", "routes/committee/review-close.tsx"),
    route(":quarter/pack", "routes/committee/review-pack.tsx"),
    route(":quarter/pack/:file", "routes/committee/review-pack-file.ts"),
  ]),
  ...prefix("decisions", [
    index("routes/committee/decisions.tsx"),
    route(":id", "routes/committee/decision.tsx"),
    route(":id/edit", "routes/committee/decision-edit.tsx"),
  ]),
  ...prefix("reports", [
    index("routes/committee/reports.tsx"),
    route(":year", "routes/committee/report.tsx"),
    route(":year/:file", "routes/committee/report-file.ts"),
    route(":year/sections/:section", "routes/committee/report-section.tsx"),
  ]),

  // Before the tools' own: `:tool/new` and `offers/:id` both fit `/offers/new` equally well, and the first one is taken.
  ...prefix(":tool", [
    index("routes/tools/register.tsx"),
    route("new", "routes/tools/register-new.tsx"),
    ...tableFiles("entries", "routes/tools/register-entries.ts", ":tool/entries"),
    route(":id", "routes/tools/register-entry.tsx"),
    route(":id/edit", "routes/tools/register-edit.tsx"),
    route(":id/history", "routes/tools/register-history.tsx"),
    route(":id/files/:part", "routes/tools/register-file.ts"),
    route(":id/parts/:kind", "routes/tools/register-part.tsx"),
  ]),
  ...toolsOwn("stakeholders", { list: "routes/tools/stakeholders.tsx" }),
  ...toolsOwn("contexts", { list: "routes/tools/contexts.tsx", entry: "routes/tools/context.tsx" }),
  ...toolsOwn("positions", { list: "routes/tools/positions.tsx", entry: "routes/tools/position.tsx" }),
  ...toolsOwn("windows", { list: "routes/tools/windows.tsx", entry: "routes/tools/window.tsx" }),
  ...toolsOwn("exchanges", { list: "routes/tools/exchanges.tsx", entry: "routes/tools/exchange.tsx" }),
  ...prefix("exchanges", [
    route("calendar", "routes/tools/exchanges-calendar.tsx"),
    route(":id/event.ics", "routes/tools/exchange-event.ts"),
    ...tableFiles(":id/people", "routes/tools/exchange-people.ts", "exchanges/:id/people"),
  ]),
  ...toolsOwn("offers", { list: "routes/tools/offers.tsx", entry: "routes/tools/offer.tsx" }),
  ...toolsOwn("funding", { list: "routes/tools/funding.tsx", entry: "routes/tools/funding-entry.tsx" }),
  ...prefix("funding", [
    route("list", "routes/tools/funding-list.tsx"),
    route("totals", "routes/tools/funding-totals.tsx"),
    route("rates", "routes/tools/funding-rates.tsx"),
    ...tableFiles("sums", "routes/tools/funding-sums.ts", "funding/sums"),
  ]),
  ...toolsOwn("publications", { list: "routes/tools/publications.tsx", entry: "routes/tools/publication.tsx" }),
  route("publications/calendar", "routes/tools/publications-calendar.tsx"),
  ...toolsOwn("identity", { list: "routes/tools/identity.tsx", entry: "routes/tools/identity-entry.tsx" }),

  ...prefix("networks", [
    index("routes/people/networks.tsx"),
    route("voice", "routes/suggestions/voice.tsx"),
    route("land.svg", "routes/people/land.ts"),
    route("new", "routes/people/network-new.tsx"),
    route(":slug", "routes/people/network.tsx"),
    route(":slug/edit", "routes/people/network-edit.tsx"),
    route(":slug/close", "routes/people/network-close.tsx"),
    route(":slug/history", "routes/people/network-history.tsx"),
  ]),
  route("committee", "routes/committee/committee.tsx"),

  ...prefix("people", [
    index("routes/people/people.tsx"),
    route("invite", "routes/people/people-invite.tsx"),
    route(":id", "routes/people/person.tsx"),
  ]),
  route("settings", "routes/people/settings.tsx"),

  route("sign-in", "routes/people/sign-in.tsx"),
  route("sign-in/link", "routes/people/sign-in-link.tsx"),
  route("sign-out", "routes/people/sign-out.tsx"),
  route("welcome/:token", "routes/people/welcome.tsx"),
  route("evaluation/mail", "routes/people/evaluation-mail.tsx"),

  route("language", "routes/core/language.tsx"),
  route("refused", "routes/core/refused.tsx"),
  route("*", "routes/core/not-found.tsx"),
] satisfies RouteConfig;
