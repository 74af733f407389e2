/** Over https alone, where the public address has it: a cookie that goes over http as well can be read and set on the way. */
const SECURE = process.env.ORIGIN?.startsWith("https:") ? "; Secure" : "";

/**
 * Returns a `Set-Cookie` value for one of the product's own small cookies, which no script reads.
 *
 * @param maxAge in seconds; 0 makes the browser forget it
 */
export function setCookie(name: string, value: string, maxAge: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax; HttpOnly${SECURE}`;
}

/** Returns a cookie of a request, as far as it has the letters of a token; null where there is none. */
export function cookieIn(headers: Headers, name: string): string | null {
  return new RegExp(`(?:^|;\\s*)${name}=([\\w.%-]+)`).exec(headers.get("Cookie") ?? "")?.[1] ?? null;
}
