import { useLoaderData } from "@remix-run/react";
import { isOneOf, LANGUAGES } from "~/domain.ts";
import { PaperForm } from "~/features/suggestions/components/paper-form.tsx";
import { paperLabels } from "~/features/suggestions/paper.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";

export const loader = forViewer(({ url, language }) => {
  const wanted = url.searchParams.get("text");
  const on = isOneOf(LANGUAGES, wanted) ? wanted : language;
  const labels = paperLabels(on);
  return { on, labels, title: labels.title };
});

export const meta = titled;

/** A form to print and hand out, in any of the four languages whatever the reader's own. */
export default function PaperPage() {
  return <PaperForm {...useLoaderData<typeof loader>()} />;
}
