import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";
import type { RegisterName } from "./words.ts";

/** A table as a file, in each format that it is offered in: one address a format, `entries.csv`, `entries.xlsx`. */
const tableFiles = (path: string, module: string, id = path) =>
  ["csv", "xlsx"].map((type) => route(`${path}.${type}`, module, { id: `${id}.${type}` }));

/**
 * The addresses of a register (docs/decisions/0018-registers.md): the same modules for all, but for the pages of its own
 * that one has.
 */
const register = (name: RegisterName, own: Partial<Record<"list" | "entry", string>> = {}) =>
  prefix(name, [
    index(own.list ?? "routes/register.tsx", { id: name }),
    route("new", "routes/register-new.tsx", { id: `${name}/new` }),
    ...tableFiles("entries", "routes/register-entries.ts", `${name}/entries`),
    route(":id", own.entry ?? "routes/register-entry.tsx", { id: `${name}/:id` }),
    route(":id/edit", "routes/register-edit.tsx", { id: `${name}/:id/edit` }),
    route(":id/history", "routes/register-history.tsx", { id: `${name}/:id/history` }),
    route(":id/files/:part", "routes/register-file.ts", { id: `${name}/:id/files/:part` }),
    route(":id/parts/:kind", "routes/register-part.tsx", { id: `${name}/:id/parts/:kind` }),
  ]);

/** The whole URL map: people bookmark and mail these addresses, and tests hold them (DESIGN.md, section 4). */
export default [
  index("routes/overview.tsx"),

  route("time-zone", "routes/time-zone.ts"),

  ...prefix("boards/:board", [
    index("routes/board.tsx"),
    ...tableFiles("actions", "routes/board-actions.ts", "boards/:board/actions"),
    route("history", "routes/board-history.tsx"),
    route("together", "routes/board-together.tsx"),
    route("views", "routes/board-views.tsx"),
  ]),

  ...prefix("actions", [
    route("new", "routes/action-new.tsx"),
    route("to-link", "routes/actions-to-link.tsx"),
    route(":ref", "routes/action.tsx"),
    route(":ref/edit", "routes/action-edit.tsx"),
    route(":ref/move", "routes/action-move.tsx"),
    route(":ref/dependencies", "routes/action-dependencies.tsx"),
    route(":ref/milestones", "routes/action-milestones.tsx"),
    route(":ref/history", "routes/action-history.tsx"),
    route(":ref/key-results/new", "routes/action-key-result-new.tsx"),
    route(":ref/key-results/:id", "routes/action-key-result.tsx"),
    route(":ref/check-in", "routes/action-check-in.tsx"),
    route(":ref/strengthens", "routes/action-strengthens.tsx"),
    route(":ref/strengthens/:network", "routes/action-strengthened.tsx"),
    route(":ref/documents", "routes/action-documents.tsx"),
  ]),
  route("documents/:id", "routes/document.ts"),

  ...prefix("plan", [route("compare", "routes/plan-compare.tsx")]),
  route("check-ins", "routes/check-ins.tsx"),
  route("due", "routes/due.tsx"),
  route("progress", "routes/progress.tsx"),

  ...prefix("suggestions", [
    index("routes/suggestions.tsx"),
    route("new", "routes/suggestions-new.tsx"),
    route("inbox", "routes/suggestions-inbox.tsx"),
    route("workshops", "routes/suggestions-workshops.tsx"),
    route("workshops/:workshop", "routes/suggestions-workshop.tsx"),
    route("paper", "routes/suggestions-paper.tsx"),
    route("drafts", "routes/suggestions-drafts.tsx"),
    route("similar", "routes/suggestions-similar.tsx"),
    route(":id", "routes/suggestion.tsx"),
    route(":id/edit", "routes/suggestion-edit.tsx"),
    route(":id/answer", "routes/suggestion-answer.tsx"),
    route(":id/history", "routes/suggestion-history.tsx"),
  ]),
  route("notices", "routes/notices.tsx"),

  ...prefix("search", [index("routes/search.tsx"), route("quick", "routes/search-quick.ts")]),
  route("comments/people", "routes/comment-people.ts"),
  route("keyboard", "routes/keyboard.tsx"),
  route("my", "routes/my.tsx"),
  route("calendar/:file", "routes/calendar.ts"),
  route("calendar/:token/exchanges.ics", "routes/exchanges-feed.ts"),

  route("unsubscribe/:token", "routes/unsubscribe.tsx"),

  ...prefix("reviews", [
    index("routes/reviews.tsx"),
    route(":quarter", "routes/review.tsx"),
    route(":quarter/open", "routes/review-open.tsx"),
    route(":quarter/prepare", "routes/review-prepare.tsx"),
    route(":quarter/alignment", "routes/review-alignment.tsx"),
    route(":quarter/alignment/:network", "routes/review-view.tsx"),
    route(":quarter/meeting", "routes/review-meeting.tsx"),
    route(":quarter/decisions/new", "routes/review-decision-new.tsx"),
    route(":quarter/close", "routes/review-close.tsx"),
    route(":quarter/pack", "routes/review-pack.tsx"),
    route(":quarter/pack/:file", "routes/review-pack-file.ts"),
  ]),
  ...prefix("decisions", [
    index("routes/decisions.tsx"),
    route(":id", "routes/decision.tsx"),
    route(":id/edit", "routes/decision-edit.tsx"),
  ]),
  ...prefix("reports", [
    index("routes/reports.tsx"),
    route(":year", "routes/report.tsx"),
    route(":year/:file", "routes/report-file.ts"),
    route(":year/sections/:section", "routes/report-section.tsx"),
  ]),

  ...register("stakeholders", { list: "routes/stakeholders.tsx" }),
  ...register("contexts", { list: "routes/contexts.tsx", entry: "routes/context.tsx" }),
  ...register("positions", { list: "routes/positions.tsx", entry: "routes/position.tsx" }),
  ...register("windows", { list: "routes/windows.tsx", entry: "routes/window.tsx" }),
  ...register("exchanges", { list: "routes/exchanges.tsx", entry: "routes/exchange.tsx" }),
  ...prefix("exchanges", [
    route("calendar", "routes/exchanges-calendar.tsx"),
    route(":id/event.ics", "routes/exchange-event.ts"),
    ...tableFiles(":id/people", "routes/exchange-people.ts", "exchanges/:id/people"),
  ]),
  ...register("library"),
  ...register("offers", { list: "routes/offers.tsx", entry: "routes/offer.tsx" }),
  ...register("funding", { list: "routes/funding.tsx", entry: "routes/funding-entry.tsx" }),
  ...prefix("funding", [
    route("list", "routes/funding-list.tsx"),
    route("totals", "routes/funding-totals.tsx"),
    route("rates", "routes/funding-rates.tsx"),
    ...tableFiles("sums", "routes/funding-sums.ts", "funding/sums"),
  ]),
  ...register("alliances"),
  ...register("proposals"),
  ...register("publications", { list: "routes/publications.tsx", entry: "routes/publication.tsx" }),
  ...register("identity", { list: "routes/identity.tsx", entry: "routes/identity-entry.tsx" }),
  route("publications/calendar", "routes/publications-calendar.tsx"),

  ...prefix("networks", [
    index("routes/networks.tsx"),
    route("voice", "routes/voice.tsx"),
    route("land.svg", "routes/land.ts"),
    route("new", "routes/network-new.tsx"),
    route(":slug", "routes/network.tsx"),
    route(":slug/edit", "routes/network-edit.tsx"),
    route(":slug/close", "routes/network-close.tsx"),
    route(":slug/history", "routes/network-history.tsx"),
  ]),
  route("committee", "routes/committee.tsx"),

  ...prefix("people", [
    index("routes/people.tsx"),
    route("invite", "routes/people-invite.tsx"),
    route(":id", "routes/person.tsx"),
  ]),
  route("settings", "routes/settings.tsx"),

  route("sign-in", "routes/sign-in.tsx"),
  route("sign-in/link", "routes/sign-in-link.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("welcome/:token", "routes/welcome.tsx"),
  route("evaluation/mail", "routes/evaluation-mail.tsx"),

  route("language", "routes/language.tsx"),
  route("refused", "routes/refused.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
