import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";
import type { Link } from "../queries.server.ts";
import { AdoptionMark } from "./adoption-mark.tsx";
import { OwnAction } from "./strengthens.tsx";

/** Somebody changed the link first: how it stands now, above the form that still has what was typed. */
export function LinkConflict({ link: { how, answer, note, own, by } }: { link: Link }) {
  return (
    <Notice wrong>
      <p>
        <strong>
          <Trans>
            Somebody changed this meanwhile, so nothing of yours was saved yet. Here is how it stands now; what you
            typed is in the form below. Send it again if yours should stand.
          </Trans>
        </strong>
      </p>
      {how && <p lang={how.language}>{how.text}</p>}
      <p>
        <AdoptionMark answer={answer} /> {by && <small className="soft">{by}</small>}
      </p>
      {note && <blockquote lang={note.language}>{note.text}</blockquote>}
      {own && <OwnAction own={own} />}
    </Notice>
  );
}
