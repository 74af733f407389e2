import { config } from "~/config.server.ts";
import type { Visit } from "~/features/core/visit.ts";
import { ADDRESS_HEADER, auth } from "./auth.server.ts";
import { noteDevice } from "./sign-ins.server.ts";

/** What better-auth answered: whether it worked, and the cookies that go with our own answer. */
export interface AuthAnswer {
  ok: boolean;
  status: number;
  headers: Headers;
}

/**
 * Hands a form of ours to better-auth, as a request to its handler: so that its rate limits and its checks apply, which a
 * call of its functions would skip. It has no public address of its own (docs/decisions/0007-accounts.md).
 *
 * @throws MailNotSent, and whatever the database throws
 */
export async function forwardToAuth(visit: Visit, path: string, body?: Record<string, unknown>): Promise<AuthAnswer> {
  const { origin } = config();
  const headers = new Headers({ Origin: origin, [ADDRESS_HEADER]: visit.context.address || "127.0.0.1" });
  const cookie = visit.request.headers.get("Cookie");
  const agent = visit.request.headers.get("User-Agent");
  if (cookie) headers.set("Cookie", cookie);
  if (agent) headers.set("User-Agent", agent);
  if (body) headers.set("Content-Type", "application/json");
  const request = new Request(`${origin}/auth${path}`, {
    method: body ? "POST" : "GET",
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await auth().handler(request);
  const location = answer.headers.get("Location") ?? "";
  const refused = answer.status >= 400 || /[?&]error=/.test(location);
  const cookies = cookiesOf(answer.headers);
  if (!refused && SIGNS_IN.test(path)) await noteDevice(visit, cookies);
  return { ok: !refused, status: answer.status, headers: cookies };
}

/** The ways in that end in a new session. */
const SIGNS_IN = /^\/(?:sign-in\/email|magic-link\/verify)\b/;

/** Signs a known person in: after an invitation that was checked, or in evaluation mode. */
export async function enterAs(visit: Visit, personId: string): Promise<Headers> {
  const { headers } = await auth().api.enter({
    body: { personId },
    headers: withAddress(visit),
    returnHeaders: true,
  });
  const cookies = cookiesOf(headers);
  await noteDevice(visit, cookies);
  return cookies;
}

/** The request's headers with the address that it came from: what a browser says of it itself does not count. */
function withAddress({ request, context }: Visit): Headers {
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, context.address || "127.0.0.1");
  return headers;
}

function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers();
  for (const cookie of headers.getSetCookie()) cookies.append("Set-Cookie", cookie);
  return cookies;
}
