import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { BOARDS } from "~/domain.ts";
import { Form } from "./form.tsx";
import type { FrameData } from "./frame-data.ts";
import { useLabels } from "./labels.ts";
import { SearchField } from "./search-field.tsx";

/** What the person's menu has: on a narrow screen all that the bar has no room for. */
export function PersonMenuContent({ viewer }: { viewer: NonNullable<FrameData["viewer"]> }) {
  const labels = useLabels();
  return (
    <>
      <p className="menu-who">
        {viewer.name}
        <br />
        {labels.role(viewer.role)}
      </p>
      <div className="small-only">
        <SearchField place="menu" />
        {BOARDS.map((board) => (
          <Link key={board} data-board={board} to={`/boards/${board}`}>
            {labels.board(board)}
          </Link>
        ))}
        <Link to="/plan">{labels.wholePlan()}</Link>
        <hr />
        <Link to="/suggestions">
          <Trans>Suggestions</Trans>
        </Link>
        {viewer.suggests && (
          <Link to="/suggestions?mine">
            <Trans>My suggestions</Trans>
          </Link>
        )}
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
        <Link to="/decisions">
          <Trans>Decisions</Trans>
        </Link>
        <Link to="/networks">
          <Trans>Networks</Trans>
        </Link>
        <Link to="/committee">
          <Trans>Committee</Trans>
        </Link>
        {viewer.seesPeople && (
          <Link to="/people">
            <Trans>People</Trans>
          </Link>
        )}
        <hr />
      </div>
      <Link to="/my">
        <Trans>My part</Trans>
      </Link>
      {viewer.suggests && (
        <Link className="wide-only" to="/suggestions?mine">
          <Trans>My suggestions</Trans>
        </Link>
      )}
      <Link className="wide-only" to="/decisions">
        <Trans>Decisions</Trans>
      </Link>
      <Link className="wide-only" to="/committee">
        <Trans>Committee</Trans>
      </Link>
      <Link to="/settings">
        <Trans>Settings</Trans>
      </Link>
      <Link to="/keyboard">
        <Trans>Keyboard</Trans>
      </Link>
      <Form method="post" action="/sign-out" reloadDocument>
        <button>
          <Trans>Sign out</Trans>
        </button>
      </Form>
    </>
  );
}
