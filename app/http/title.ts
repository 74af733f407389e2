import type { MetaDescriptor } from "@remix-run/node";

/** A route's `meta`: its loader gives the `title` in the reader's language, this adds whose page it is. */
export function titled({ data }: { data: unknown }): MetaDescriptor[] {
  const title = (data as { title?: string } | undefined)?.title;
  return [{ title: title ? `${title} · INSP!R` : "INSP!R" }];
}
