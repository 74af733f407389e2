import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FailureReason } from "./failure.ts";

/** What happened, what was kept and what to do: one screen for every error, in the frame and in the reader's language. */
export function ErrorScreen({ status, reason, requestId, minutes = 1, back }: ErrorScreenProps) {
  if (reason === "too-often" || reason === "too-often-kept")
    return <TooOften minutes={minutes} back={back} requestId={requestId} kept={reason === "too-often-kept"} />;
  const { title, text } = (reason && BY_REASON[reason]) || WORDS[status] || OTHER;
  return (
    <main className="page narrow" id="content" data-failure>
      <h1>{title}</h1>
      <p className="lead" style={{ marginTop: 12 }}>
        {text}
      </p>
      <p className="buttons" style={{ marginTop: 24 }}>
        <Link className="button solid" to="/">
          <Trans>To the plan</Trans>
        </Link>
      </p>
      {requestId && (
        <p className="hint" style={{ marginTop: 40 }}>
          <Trans>If you ask for help, give this number:</Trans> <code>{requestId}</code>
        </p>
      )}
    </main>
  );
}

interface ErrorScreenProps {
  status: number;
  /** Where the status alone does not say enough. */
  reason: FailureReason | undefined;
  requestId: string | undefined;
  minutes?: number | undefined;
  back?: string | undefined;
}

/** More in a short time than one person does by hand: when to go on, and where what was typed is. */
function TooOften({
  minutes = 1,
  back,
  kept,
  requestId,
}: Omit<ErrorScreenProps, "status" | "reason"> & { kept: boolean }) {
  return (
    <main className="page narrow" id="content" data-failure>
      <h1>
        <Trans>That is a lot in a short time</Trans>
      </h1>
      <p className="lead" style={{ marginTop: 12 }}>
        <Plural
          value={minutes}
          one="Nothing was changed. Please try again in # minute."
          other="Nothing was changed. Please try again in # minutes."
        />
      </p>
      {kept && (
        <p>
          <Trans>What you typed is kept for a day, and stands in its form when you open it again.</Trans>
        </p>
      )}
      <p className="buttons" style={{ marginTop: 24 }}>
        <Link className="button solid" to={back ?? "/"}>
          <Trans>Back to the form</Trans>
        </Link>
      </p>
      {requestId && (
        <p className="hint" style={{ marginTop: 40 }}>
          <Trans>If you ask for help, give this number:</Trans> <code>{requestId}</code>
        </p>
      )}
    </main>
  );
}

interface Labels {
  title: ReactNode;
  text: ReactNode;
}

const OTHER: Labels = {
  title: <Trans>Something went wrong on our side</Trans>,
  text: (
    <Trans>
      The page could not be made. Nothing that was saved before is lost. Go back and try again; if it happens again,
      tell the coordinator.
    </Trans>
  ),
};

const UNREADABLE: Labels = {
  title: <Trans>This request could not be read</Trans>,
  text: <Trans>Nothing was changed. Go back, load the page again and try once more.</Trans>,
};

const WORDS: Record<number, Labels> = {
  400: UNREADABLE,
  403: {
    title: <Trans>This is not yours to do</Trans>,
    text: (
      <Trans>
        Your role or your network does not give you access to this. Nothing was changed. If you think that you should
        have it, ask your coordinator.
      </Trans>
    ),
  },
  404: {
    title: <Trans>There is nothing at this address</Trans>,
    text: (
      <Trans>
        The address may have been cut off in a mail, or the page is not for your account. The four boards show every
        action of the plan.
      </Trans>
    ),
  },
  409: {
    title: <Trans>Somebody was first</Trans>,
    text: (
      <Trans>
        While you had the page open, somebody else settled it. Nothing of yours was changed. Open it again to see how it
        stands now.
      </Trans>
    ),
  },
  411: UNREADABLE,
  405: UNREADABLE,
  415: UNREADABLE,
  413: {
    title: <Trans>That is too much at once</Trans>,
    text: <Trans>What was sent is larger than we can take, so nothing was saved. Go back and shorten the text.</Trans>,
  },
  429: {
    title: <Trans>Too many tries</Trans>,
    text: <Trans>Please wait a minute and try again.</Trans>,
  },
  503: {
    title: <Trans>The plan cannot be reached for a moment</Trans>,
    text: (
      <Trans>
        The database could not be used, so nothing was changed, not even half. Go back: what you typed is still in the
        form. Try again in a minute.
      </Trans>
    ),
  },
};

const BY_REASON: Partial<Record<FailureReason, Labels>> = {
  busy: {
    title: <Trans>Too much to do at the moment</Trans>,
    text: (
      <Trans>
        The server has more to do than it can do at once. Nothing was changed, and what you typed is still in the form.
        Go back, wait a minute and try again.
      </Trans>
    ),
  },
  "busy-reading": {
    title: <Trans>Too much to do at the moment</Trans>,
    text: (
      <Trans>
        The server has more to do than it can do at once. Wait a minute, then open the page or the file again.
      </Trans>
    ),
  },
  "no-database-reading": {
    title: <Trans>The plan cannot be reached for a moment</Trans>,
    text: (
      <Trans>
        The database could not be read. Nothing that was saved is lost. Wait a minute, then open the page or the file
        again.
      </Trans>
    ),
  },
  "files-waiting": {
    title: <Trans>Your files are still being prepared</Trans>,
    text: (
      <Trans>
        You have asked for several files, and they are not ready yet. Wait until one of them has arrived, then ask
        again.
      </Trans>
    ),
  },
  "evaluation-only": {
    title: <Trans>This plan is open on its own computer only</Trans>,
    text: (
      <Trans>
        It runs for evaluation. Whoever runs it opens it to others by setting a public address (ORIGIN): the README says
        how, under “Deploying”.
      </Trans>
    ),
  },
  "other-site": {
    title: <Trans>This request came from another site</Trans>,
    text: (
      <Trans>
        It was not made by a page of this plan, so nothing was changed. If it was you, open the plan itself and try
        there.
      </Trans>
    ),
  },
};
