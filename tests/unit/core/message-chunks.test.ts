import { readdirSync } from "node:fs";
import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aliases } from "../../../scripts/aliases.ts";
import { linguiMacro } from "../../../scripts/lingui-macro.ts";
import { chunkOf, FRAME_CHUNK } from "../../../scripts/message-areas.ts";
import { messageChunks } from "../../../scripts/message-chunks.ts";
import { scriptOf } from "../../../scripts/script-chunks.ts";

/*
 * A module of the browser waits for the chunk that has its messages; without them a page that the server wrote would be
 * taken over with codes in place of its texts.
 */

let vite: ViteDevServer;
const textsOf = new Map<string, Set<string>>();

beforeAll(async () => {
  vite = await createServer({
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: aliases },
    plugins: [messageChunks(), linguiMacro()],
  });
  for (const catalog of await getCatalogs(getConfig())) {
    for (const [id, { origin }] of Object.entries(await catalog.read("nl"))) {
      for (const [file] of origin ?? []) textsOf.set(file, (textsOf.get(file) ?? new Set()).add(id));
    }
  }
});
afterAll(() => vite.close());

describe("the messages of a module", () => {
  it("are all in its chunk", async () => {
    const lacking: string[] = [];
    const chunks = new Map<string, Record<string, unknown>>();
    for (const [file, ids] of textsOf) {
      const chunk = chunkOf(file);
      if (!chunk) continue;
      if (!chunks.has(chunk)) chunks.set(chunk, await messagesOf(`messages:${chunk}/nl`));
      for (const id of ids) if (!chunks.get(chunk)?.[id]) lacking.push(`${chunk}, ${file}: ${id}`);
    }
    expect(chunks.size).toBeGreaterThan(5);
    expect(lacking).toEqual([]);
  });

  it("are waited for by the module, in the document's language alone", async () => {
    const asking: Record<string, boolean> = {};
    for (const file of [
      "app/ui/field.tsx",
      "app/routes/home/my.tsx",
      "app/features/core/history/components/event-kinds.ts",
    ]) {
      const chunk = chunkOf(file);
      asking[`${file}: ${chunk}`] = (await codeOf(`/${file}`)).includes(`messages:${chunk}`);
    }
    expect(asking).toEqual({
      "app/ui/field.tsx: forms": true,
      "app/routes/home/my.tsx: home": true,
      "app/features/core/history/components/event-kinds.ts: history": true,
    });
    const loader = await codeOf("messages:forms");
    expect(loader).toContain("await ready");
    expect(loader.match(/messages:forms\/(nl|fr|es|en)/g)).toHaveLength(4);
  });

  it("are those of the frame for what every page draws, which the entry waits for before it takes a page over", async () => {
    expect(chunkOf("app/ui/frame.tsx")).toBe(FRAME_CHUNK);
    expect(chunkOf("app/routes/plan/board.tsx")).toBe(FRAME_CHUNK);
    expect(await codeOf("/app/ui/frame.tsx")).not.toContain("messages:");
    expect(await codeOf("/app/entry.client.tsx")).toContain("messages:frame");
  });

  it("are of no other chunk in what a module of the frame's script imports, which their loader would wait for", async () => {
    const reached = new Set<string>();
    const asking: string[] = [];
    const walk = async (url: string) => {
      if (reached.has(url)) return;
      reached.add(url);
      const code = await codeOf(url);
      if (/^import "[^"]*messages:/m.test(code)) asking.push(url);
      for (const [, imported = ""] of code.matchAll(STATIC_IMPORT)) {
        if (imported.startsWith("/app/") && !imported.endsWith(".css")) await walk(imported.replace(/\?.*$/, ""));
      }
    };
    const modules = readdirSync("app", { recursive: true, encoding: "utf8" })
      .map((file) => `app/${file}`)
      .filter((file) => scriptOf(`/${file}`) === "frame");
    expect(modules).toContain("app/ui/labels.ts");
    for (const file of modules) await walk(`/${file}`);
    expect(reached.size).toBeGreaterThan(modules.length);
    expect(asking).toEqual([]);
  });

  it("stay on the server where only the server draws them", () => {
    expect(chunkOf("app/features/core/titles.server.ts")).toBeNull();
  });
});

/** An import or an export from elsewhere as Vite writes it; `import()` is none. */
const STATIC_IMPORT = /^(?:import|export)\b[^"';()]*["']([^"']+)["']/gm;

async function codeOf(url: string): Promise<string> {
  const answer = await vite.transformRequest(url);
  return answer?.code ?? "";
}

async function messagesOf(url: string): Promise<Record<string, unknown>> {
  const { messages } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(await codeOf(url))}`);
  return messages;
}
