import { Plural } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { suggestionName } from "~/features/core/references.ts";
import { Notice } from "~/ui/notice.tsx";
import type { Unpublished } from "../answering.server.ts";
import { WHY } from "./answer-conflict.tsx";

/** Which of several answers were not published, and why. */
export function Failures({ failed, published }: { failed: [number, Unpublished][]; published: number }) {
  return (
    <Notice wrong>
      <p>
        <Plural value={published} one="# answer is published." other="# answers are published." />
      </p>
      <ul>
        {failed.map(([id, why]) => (
          <li key={id}>
            <Link to={`/suggestions/${id}`}>{suggestionName(id)}</Link>: {WHY[why]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
