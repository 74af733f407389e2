import { fileURLToPath } from "node:url";

const at = (folder: string) => fileURLToPath(new URL(`../${folder}`, import.meta.url));

/** The short names of the source folders, one list for Vite, vitest and the server bundle (tsconfig.json repeats them). */
export const aliases = { "~db": at("db"), "~seed": at("seed"), "~": at("app") };
