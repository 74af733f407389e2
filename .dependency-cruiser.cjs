/** The areas of app/features, each with those that it may not know: the later ones, and the one beside it. */
const AREAS = {
  core: ["people", "plan", "suggestions", "tools", "committee", "home"],
  people: ["plan", "suggestions", "tools", "committee", "home"],
  plan: ["suggestions", "tools", "committee", "home"],
  suggestions: ["tools", "committee", "home"],
  tools: ["suggestions", "committee", "home"],
  committee: ["home"],
};

const areaRules = Object.entries(AREAS).map(([area, later]) => ({
  name: `${area}-knows-no-later-area`,
  comment: "What an earlier area needs of a later one, the later one registers in app/areas.server.ts.",
  severity: "error",
  from: { path: `^app/features/${area}/` },
  to: { path: `^app/features/(${later.join("|")})/` },
}));

/** The tables that an area reads: those of its own and of the areas before it (db/schema, a module an area). */
const TABLES = {
  core: ["history", "people"],
  people: ["history", "people"],
  plan: ["history", "people", "plan"],
  suggestions: ["history", "people", "plan", "suggestions"],
  tools: ["history", "people", "plan", "tools"],
  committee: ["history", "people", "plan", "suggestions", "tools", "committee"],
};

const tableRules = Object.entries(TABLES).map(([area, modules]) => ({
  name: `${area}-reads-no-later-table`,
  comment: "What an earlier area shows of a later one's tables, the later one registers in app/areas.server.ts.",
  severity: "error",
  from: { path: `^app/features/${area}/` },
  to: { path: "^db/schema", pathNot: `^db/schema/(columns|${modules.join("|")})\\.ts$` },
}));

/**
 * Imports run one way, values and types alike: routes → http → features → db, and among the features from area to area.
 * What the browser loads never reaches the database.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Modules that need each other are one module, or three.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...areaRules,
    ...tableRules,
    {
      name: "features-know-no-requests",
      comment: "Answering requests is the work of app/http and of the routes.",
      severity: "error",
      from: { path: "^(app/(features|ui|i18n|lib)|db)/" },
      to: { path: "^app/(http/|routes/|jobs/|root\\.tsx|entry\\.|services\\.|areas\\.|listeners\\.)" },
    },
    {
      name: "http-knows-no-routes",
      severity: "error",
      from: { path: "^app/(http|jobs)/" },
      to: { path: "^app/(routes/|root\\.tsx|entry\\.)" },
    },
    {
      name: "ui-knows-no-features",
      severity: "error",
      from: { path: "^app/(ui|i18n|lib)/" },
      to: { path: "^app/features/" },
    },
    {
      name: "lib-knows-no-product",
      severity: "error",
      from: { path: "^app/lib/" },
      to: { path: "^(app/(ui|i18n)/|db/)" },
    },
    {
      name: "db-knows-nobody",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(app|seed)/", pathNot: "^app/(domain\\.ts$|lib/)" },
    },
    {
      name: "components-know-no-schemas",
      comment:
        "A schema brings zod along, which alone weighs as much as a page. What a component asks of it is a pure module's.",
      severity: "error",
      from: { path: "/components/|^app/ui/" },
      to: { path: "/schemas\\.ts$" },
    },
    {
      name: "rules-know-no-components",
      comment: "Types count too: what a component and a rule share stands beside the rule, where both import it.",
      severity: "error",
      from: { path: "^app/(features|http|jobs)/", pathNot: "/components/" },
      to: { path: "/components/.*\\.tsx?$" },
    },
    {
      name: "browser-never-meets-the-server",
      comment: "Components, hooks and pure rules are sent to the browser; zod, Drizzle and *.server modules never are.",
      severity: "error",
      from: {
        path: "^app/(ui|features|i18n|domain\\.ts|entry\\.client)",
        pathNot: ["\\.server\\.tsx?$", "schemas\\.ts$"],
      },
      to: {
        // A component may name the type of what a loader hands it: it is erased, and follows the direction of the data.
        path: "(\\.server\\.tsx?$|^db/|node_modules/(drizzle-orm|better-sqlite3|zod|better-auth)/)",
        dependencyTypesNot: ["type-only"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
