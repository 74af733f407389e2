/* The tables of the plan, by area; migrations are made from them (CONTRIBUTING.md). */

export * from "./schema/committee.ts";
export * from "./schema/history.ts";
export * from "./schema/people.ts";
export * from "./schema/plan.ts";
export * from "./schema/suggestions.ts";
export * from "./schema/tools.ts";
