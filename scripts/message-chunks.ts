import { relative, resolve } from "node:path";
import { createCompiledCatalog, getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import type { Plugin } from "vite";
import { USES_A_MACRO } from "./lingui-macro.ts";
import { chunkOf, FRAME_CHUNK } from "./message-areas.ts";

/** `messages:<chunk>` loads a chunk in the document's language; `messages:<chunk>/<language>` is the chunk itself. */
const PREFIX = "messages:";
const RESOLVED = `\0${PREFIX}`;

/**
 * Gives each module that the browser gets the messages that it draws: whoever imports the module waits for them, so that
 * no page is drawn without its texts and no page names them. Which chunk that is follows from the module's folder.
 */
export function messageChunks(): Plugin {
  const read = new Map<string, ReturnType<typeof messagesByChunk>>();
  return {
    name: "message-chunks",
    enforce: "pre",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(RESOLVED)) return null;
      const [chunk = "", language] = id.slice(RESOLVED.length).split("/");
      if (!language) return loaderOf(chunk);
      if (!read.has(language)) read.set(language, messagesByChunk(language));
      const { files, chunks } = await (read.get(language) as ReturnType<typeof messagesByChunk>);
      for (const file of files) this.addWatchFile(file);
      const { source, errors } = createCompiledCatalog(language, chunks.get(chunk) ?? {}, { namespace: "es" });
      if (errors.length > 0) this.error(errors.map((one) => `${one.id}: ${one.error.message}`).join("\n"));
      return source;
    },
    watchChange(file) {
      if (file.endsWith(".po")) read.clear();
    },
    transform(code, id, options) {
      if (options?.ssr || id.includes("/node_modules/") || !USES_A_MACRO.test(code)) return null;
      const chunk = chunkOf(relative(process.cwd(), id.split("?")[0] ?? id));
      // The frame's are there before any module is run (app/entry.client.tsx).
      if (!chunk || chunk === FRAME_CHUNK) return null;
      return { code: `${code}\nimport "${PREFIX}${chunk}";\n`, map: null };
    },
  };
}

function loaderOf(chunk: string): string {
  const languages = getConfig().locales.map((one) => `${one}: () => import("${PREFIX}${chunk}/${one}")`);
  return `import { loadMessages } from "~/i18n/browser.ts";
export const ready = loadMessages({ ${languages.join(", ")} });
${chunk === FRAME_CHUNK ? "" : "await ready;"}`;
}

/** The messages of a language by the chunks whose files draw them, as the catalogs name these files. */
async function messagesByChunk(language: string) {
  const catalogs = await getCatalogs(getConfig());
  const chunks = new Map<string, Record<string, string>>();
  for (const catalog of catalogs) {
    for (const [id, { translation, message, origin, obsolete }] of Object.entries(await catalog.read(language))) {
      if (obsolete) continue;
      for (const chunk of new Set(origin?.map(([file]) => chunkOf(file)))) {
        if (chunk) chunks.set(chunk, { ...chunks.get(chunk), [id]: translation || message || id });
      }
    }
  }
  return { files: catalogs.map((catalog) => resolve(catalog.getFilename(language))), chunks };
}
