import { BrokenForm, FIELD_MOST_BYTES, fieldsOf, isMultipart } from "./multipart.server.ts";
import { Refusal } from "./refusal.ts";

/** More than the largest form has, which changes hundreds of actions at once. */
const FIELDS_MOST = 2000;

/**
 * Returns the fields of a form that comes without a file; a file in it is dropped. A form is refused by what it holds before anything is
 * made of its fields, so that nobody keeps the server busy with one (docs/decisions/0030-bounds.md).
 *
 * @throws BrokenForm for a body that breaks off or is no form
 * @throws Refusal 413 for more fields, or more text in one, than any form of ours has
 */
export async function readFields(request: Request): Promise<FormData> {
  if (isMultipart(request)) return fieldsOf(request, FIELDS_MOST);
  if (!request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded"))
    throw new BrokenForm("Not a form.");
  const body = await request.text();
  if (pairsIn(body) > FIELDS_MOST) throw new Refusal(413, "A form with more fields than any of ours has.");
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(body)) {
    if (value.length > FIELD_MOST_BYTES)
      throw new Refusal(413, "A form with more text in a field than any of ours has.");
    form.append(name, value);
  }
  return form;
}

function pairsIn(body: string): number {
  let pairs = 1;
  for (let at = body.indexOf("&"); at >= 0; at = body.indexOf("&", at + 1)) pairs += 1;
  return pairs;
}
