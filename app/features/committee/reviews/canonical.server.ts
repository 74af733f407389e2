import { createHash } from "node:crypto";

/**
 * A value as JSON whose bytes depend on nothing but the value: each object's names in the order of their characters, no
 * spaces. So the same snapshot has the same sum, whoever wrote it down.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : one,
  );
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sumOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
