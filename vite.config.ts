import { lingui } from "@lingui/vite-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";
import { aliases } from "./scripts/aliases.ts";
import { linguiMacro } from "./scripts/lingui-macro.ts";
import { messageChunks } from "./scripts/message-chunks.ts";
import { scriptOf } from "./scripts/script-chunks.ts";

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
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: scriptOf } } }),
  },
  // Vite looks for what to prepare for the browser in every route, and so meets what only the server runs.
  optimizeDeps: {
    include: ["@lingui/core", "@lingui/react", "@dnd-kit/core", "@remix-run/react", "react", "react-dom/client"],
    exclude: ["@node-rs/argon2", "better-sqlite3", "better-auth", "nodemailer", "pino"],
  },
  ssr: { noExternal: [/^@lingui\//] },
}));
