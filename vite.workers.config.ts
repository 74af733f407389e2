import { lingui } from "@lingui/vite-plugin";
import { defineConfig } from "vite";
import { aliases } from "./scripts/aliases.ts";
import { linguiMacro } from "./scripts/lingui-macro.ts";

/** The worker threads of the production build, one file for each kind of work (app/lib/worker-pool.server.ts). */
export default defineConfig({
  plugins: [linguiMacro(), lingui()],
  resolve: { alias: aliases },
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "build/workers",
    emptyOutDir: true,
    sourcemap: true,
    rollupOptions: {
      input: {
        "drawing-check": "app/features/plan/documents/drawing-check.worker.server.ts",
        workbook: "app/lib/workbook.worker.server.ts",
        documents: "app/features/committee/reports/documents.worker.server.ts",
      },
    },
  },
  ssr: { noExternal: [/^@lingui\//] },
});
