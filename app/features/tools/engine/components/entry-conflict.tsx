import { Trans } from "@lingui/react/macro";
import { Markdown } from "~/ui/markdown.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { EntryShown } from "../pages.server.ts";
import type { Register } from "../register.ts";
import { EntryFacts } from "./entry-facts.tsx";

/** Somebody was first: how the entry stands now, above the form that still has what was typed. */
export function EntryConflict({ register, entry }: { register: Register; entry: EntryShown }) {
  return (
    <Notice wrong>
      <p>
        <Trans>
          Somebody changed it meanwhile. Nothing of yours was saved; below is what you typed. This is how it stands now.
          Save again if yours should stand.
        </Trans>
      </p>
      <p lang={entry.lang ?? undefined}>
        <strong>{entry.title}</strong>
      </p>
      <EntryFacts register={register} entry={entry} />
      {entry.prose.map(({ name, html, lang }) => (
        <Markdown key={name} html={html} lang={lang ?? undefined} />
      ))}
    </Notice>
  );
}
