import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useFetcher, useLocation } from "@remix-run/react";
import { useRef, useState } from "react";
import { useLive } from "~/features/core/live/use-live.ts";
import { ActionText } from "~/features/plan/actions/components/action-text.tsx";
import type { RowChanged } from "~/features/plan/boards/table/components/use-row-change.ts";
import { Talk } from "~/features/plan/comments/components/talk.tsx";
import { TalkPlaceContext } from "~/features/plan/comments/components/talk-place.ts";
import type { CommentAgain, CommentDone } from "~/features/plan/comments/form.server.ts";
import { DependenciesSection } from "~/features/plan/dependencies/components/dependencies-section.tsx";
import { KeyResultsSection } from "~/features/plan/key-results/components/key-results-section.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { useLabels } from "~/ui/labels.ts";
import { isLineLost } from "~/ui/lost-line.ts";
import { Notice } from "~/ui/notice.tsx";
import { withPanel } from "../address.ts";
import type { PanelData } from "../panel.server.ts";
import { PanelCheckIn } from "./panel-check-in.tsx";
import { PanelFacts } from "./panel-facts.tsx";
import { PanelUndo } from "./panel-undo.tsx";
import { useCovers, useEscape, useKeptTyping, useMarked, usePanelFocus, usePanelWays } from "./use-panel.ts";

/** An action beside the list that it is in: read, changed and commented on without leaving the list. */
export function ActionPanel({ panel }: { panel: PanelData }) {
  const { t } = useLingui();
  const labels = useLabels();
  const { pathname, search } = useLocation();
  const { ref, board, text } = panel;
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const covers = useCovers();
  const live = useHydrated();
  const ways = usePanelWays(ref);
  usePanelFocus(ref, heading);
  useMarked(ref);
  useEscape(heading, ways.close);
  const restored = useKeptTyping(ref, box);
  const role = covers ? ({ role: "dialog", "aria-modal": true } as const) : { role: "complementary" };
  const { before, next } = ways;
  return (
    <section
      ref={box}
      className="action-panel"
      data-action={ref}
      data-version={panel.version}
      data-stage={panel.stage}
      data-board={board}
      aria-labelledby="panel-title"
      {...role}
    >
      <header>
        <p>
          <span className="board-of">{labels.boardShort(board)}</span> {ref}
        </p>
        {live && (
          <>
            <Step off={!before} step="before" label={t`The action before`} sign="↑" onStep={() => ways.step(-1)} />
            <Step off={!next} step="next" label={t`The next action`} sign="↓" onStep={() => ways.step(1)} />
          </>
        )}
        <Link className="button" to={`/actions/${ref}`} data-page>
          <span aria-hidden>↗</span>{" "}
          <span className="words">
            <Trans>Open the page</Trans>
          </span>
        </Link>
        {live ? (
          <button type="button" className="button" data-close aria-label={t`Close`} onClick={ways.close}>
            <span aria-hidden>×</span>
          </button>
        ) : (
          <Link className="button" to={pathname + withPanel(search, null)} data-close aria-label={t`Close`}>
            <span aria-hidden>×</span>
          </Link>
        )}
      </header>
      <h2 id="panel-title" ref={heading} tabIndex={-1} lang={text.language}>
        {text.title}
      </h2>
      {restored && (
        <Notice>
          <Trans>What you typed before is back in its form. It hasn’t been saved yet.</Trans>
        </Notice>
      )}
      <Inside key={ref} panel={panel} live={live} />
      {!/^\/(boards\/|plan$)/.test(pathname) && <Hearing panel={panel} />}
    </section>
  );
}

interface StepProps {
  /** There is no action that way. */
  off: boolean;
  step: "before" | "next";
  label: string;
  sign: string;
  onStep: () => void;
}

function Step({ off, step, label, sign, onStep }: StepProps) {
  return (
    <button
      type="button"
      className="button"
      data-step={step}
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={onStep}
    >
      <span aria-hidden>{sign}</span>
    </button>
  );
}

/** A board hears of its actions by itself; any other list does not. */
function Hearing({ panel }: { panel: PanelData }) {
  useLive({ since: panel.since, board: null, action: panel.id, paused: false });
  return null;
}

function Inside({ panel, live }: { panel: PanelData; live: boolean }) {
  const { ref, stage, text, mayWork, keyResults, latestCheckIn, maySuggest } = panel;
  const [changed, setChanged] = useState<RowChanged | null>(null);
  return (
    <>
      <div className="buttons">
        {mayWork ? (
          <Link className="button" to={`/actions/${ref}/edit`} data-edit>
            <Trans>Edit</Trans>
          </Link>
        ) : (
          maySuggest && (
            <Link className="button" to={`/suggestions/new?action=${ref}`}>
              <Trans>Suggest a change</Trans>
            </Link>
          )
        )}
      </div>
      <PanelFacts panel={panel} onChanged={setChanged} />
      <PanelUndo board={panel.board} changed={changed} />
      <ActionText text={text} outcome={panel.outcome} stage={stage} />
      <KeyResultsSection ref_={ref} keyResults={keyResults} latest={latestCheckIn} mayWork={mayWork && !live} />
      {mayWork && live && <PanelCheckIn key={latestCheckIn?.id} panel={panel} />}
      <DependenciesSection ref_={ref} dependencies={panel.dependencies} mayWork={mayWork} />
      <PanelTalk panel={panel} live={live} />
    </>
  );
}

function PanelTalk({ panel: { ref, comments, maySuggest }, live }: { panel: PanelData; live: boolean }) {
  const fetcherKey = `talk-${ref}`;
  const fetcher = useFetcher<CommentAgain | CommentDone>({ key: fetcherKey });
  const busy = fetcher.state !== "idle";
  const answer = !busy && fetcher.data && "ok" in fetcher.data ? fetcher.data : null;
  const again = answer && !answer.ok ? answer : null;
  return (
    <TalkPlaceContext.Provider
      value={{
        page: `/actions/${ref}`,
        form: { action: `/actions/${ref}`, navigate: false, fetcherKey },
      }}
    >
      <FormNotices problems={again?.status === 422} lineLost={!busy && isLineLost(fetcher.data)} />
      {/* Without a script comments are written on the action's page. */}
      <Talk
        comments={comments}
        mayComment={maySuggest && live}
        submitted={again?.submitted ?? {}}
        problems={again?.problems ?? {}}
        intent={again?.intent ?? null}
        people={again?.people ?? null}
      />
      {maySuggest && !live && (
        <p className="alone">
          <Link to={`/actions/${ref}#talk`}>
            <Trans>Comment</Trans>
          </Link>
        </p>
      )}
    </TalkPlaceContext.Provider>
  );
}
