import { createHash, randomBytes } from "node:crypto";

/** A secret that only its bearer has, 192 bits in the letters that addresses and cookies take; we keep its hash alone. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(24).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

/** SHA-256 is enough for what cannot be guessed: it need not be slow. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
