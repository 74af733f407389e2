/** A catalog, as Lingui's Vite plugin hands it over. */
declare module "*.po" {
  export const messages: Record<string, string>;
}

/** A chunk of the browser's messages (scripts/message-chunks.ts). */
declare module "messages:*" {
  /** Fulfilled once the chunk is loaded in the document's language. */
  export const ready: Promise<void>;
}
