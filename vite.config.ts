import { lingui } from "@lingui/vite-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";
import { aliases } from "./scripts/aliases.ts";
import { linguiMacro } from "./scripts/lingui-macro.ts";
import { messageChunks } from "./scripts/message-chunks.ts";

/** What every page loads in any case. In one chunk each it is lighter than in twenty, and asked for with fewer requests. */
const LIBRARIES =
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run|@lingui)\//;
const FRAME =
  /\/app\/(domain|http\/(document|title|remix-internals)|i18n\/(browser|languages)|ui\/(chip|fold|follow-button|format|hidden-fields?|hydrated|labels|lazy|lost-line|notice|pages|register-names|select|table-files|text-language|toast-close|typed-text)|features\/(plan\/actions\/stage|core\/(references|live\/use-live)))\.tsx?$|vite\/preload-helper/;
/** The lines of a history, which are shown together wherever they are. */
const HISTORY =
  /\/app\/features\/core\/history\/components\/(event-line|event-sentence|field-change|field-names|latest|word-diff)\.tsx?$/;
/** What every page needs on which things are moved. */
const MOVING = /\/app\/ui\/(use-kept-focus|use-kept-place|use-sent-changes|sent-form)\.tsx?$/;

const CHUNKS: Record<string, RegExp> = { libraries: LIBRARIES, frame: FRAME, history: HISTORY, moving: MOVING };

function chunkOf(id: string): string | undefined {
  return Object.keys(CHUNKS).find((name) => CHUNKS[name]?.test(id));
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [messageChunks(), linguiMacro(), remix(remixOptions), lingui()],
  resolve: { alias: aliases },
  // The names of the breakpoints (app/ui/breakpoints.css) are written out; the browsers are those of the build's target.
  css: {
    transformer: "lightningcss",
    lightningcss: {
      drafts: { customMedia: true },
      targets: { chrome: 94 << 16, edge: 94 << 16, firefox: 93 << 16, safari: (16 << 16) | (4 << 8) },
    },
  },
  build: {
    target: "es2022",
    cssMinify: "lightningcss",
    // A phone on a slow line pays for each request: nothing is inlined as data, few chunks are made.
    assetsInlineLimit: 0,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: chunkOf } } }),
  },
  // Vite looks for what to prepare for the browser in every route, and so meets what only the server runs.
  optimizeDeps: {
    include: ["@lingui/core", "@lingui/react", "@dnd-kit/core", "@remix-run/react", "react", "react-dom/client"],
    exclude: ["@node-rs/argon2", "better-sqlite3", "better-auth", "nodemailer", "pino"],
  },
  ssr: { noExternal: [/^@lingui\//] },
}));
