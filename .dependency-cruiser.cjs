/**
 * Imports run one way: routes → http → features → db. What the browser loads never reaches the database.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Modules that need each other are one module, or three. Types alone may point back.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "features-know-no-routes",
      severity: "error",
      from: { path: "^(app/features|app/ui|app/i18n|app/jobs|db)/" },
      to: { path: "^app/(routes/|root\\.tsx|entry\\.)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "features-know-no-requests",
      comment: "A feature may read a form and name types of app/http; answering requests is the routes' work.",
      severity: "error",
      from: { path: "^app/(features|ui|i18n)/" },
      to: { path: "^app/http/", pathNot: "^app/http/forms\\.server\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-knows-no-features",
      severity: "error",
      from: { path: "^app/(ui|i18n)/" },
      to: { path: "^app/features/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "db-knows-nobody",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(app|seed)/", pathNot: "^app/(words\\.ts$|lib/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-know-no-schemas",
      comment:
        "A schema brings zod along, which alone weighs as much as a page. What a component asks of it is a pure module's.",
      severity: "error",
      from: { path: "/components/|^app/ui/" },
      to: { path: "/schemas\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "browser-never-meets-the-server",
      comment: "Components, hooks and pure rules are sent to the browser; zod, Drizzle and *.server modules never are.",
      severity: "error",
      from: {
        path: "^app/(ui|features|i18n|words\\.ts|entry\\.client)",
        pathNot: ["\\.server\\.tsx?$", "schemas\\.ts$"],
      },
      to: {
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
