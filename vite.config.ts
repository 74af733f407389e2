import { lingui } from "@lingui/vite-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";
import { aliases } from "./scripts/aliases.ts";
import { linguiMacro } from "./scripts/lingui-macro.ts";

export default defineConfig({
  plugins: [linguiMacro(), remix(remixOptions), lingui()],
  resolve: { alias: aliases },
  build: {
    target: "es2022",
    cssMinify: "lightningcss",
    // A phone on a slow line pays for each request: nothing is inlined as data, few chunks are made.
    assetsInlineLimit: 0,
  },
  // Vite looks for what to prepare for the browser in every route, and so meets what only the server runs.
  optimizeDeps: {
    include: ["@lingui/core", "@lingui/react", "@dnd-kit/core", "@remix-run/react", "react", "react-dom/client"],
    exclude: ["@node-rs/argon2", "better-sqlite3", "better-auth", "nodemailer", "pino"],
  },
  ssr: { noExternal: [/^@lingui\//] },
});
