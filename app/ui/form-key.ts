/** The hidden field that carries a form's one-time key. */
export const KEY_FIELD = "idempotencyKey";
/** The header that carries it where a script sends what is no form of the page. */
export const KEY_HEADER = "Idempotency-Key";
/** The hidden field that says in which language the texts of a form are written (app/ui/text-language.tsx). */
export const TEXT_LANGUAGE = "textLanguage";

/** A key that nobody has used before. `crypto.randomUUID` is missing on pages without HTTPS. */
export function newFormKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("");
}
