import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { registerOf } from "~/features/tools/engine/all.ts";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { answerOnEntry, showEntry } from "~/http/entry.server.ts";
import { forTool } from "~/http/register.server.ts";
import { titled } from "~/http/title.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forTool((visit, register) => {
  const { found: _, ...shown } = showEntry(visit, register);
  return { register: register.name, ...shown };
});

export const action = forTool(answerOnEntry);
export const meta = titled;
export const links = registerStyle;

/** An entry of a register that shows nothing of its own. */
export default function EntryPage() {
  const { register: name, entry, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const register = registerOf(name);
  if (!register) return null;
  return (
    <EntryView
      key={`${name} ${entry.id}`}
      register={register}
      entry={entry}
      answer={answer}
      history={<Latest lines={latest} to={`/${name}/${entry.id}/history`} ofEntry />}
    />
  );
}
