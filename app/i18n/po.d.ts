/** A catalog, as Lingui's Vite plugin hands it over. */
declare module "*.po" {
  export const messages: Record<string, string>;
}
