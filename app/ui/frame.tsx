import { Trans, useLingui } from "@lingui/react/macro";
import { Link, NavLink, useLocation } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { BOARDS, LANGUAGES } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { onAnswered } from "./connection.ts";
import { ConnectionStatus } from "./connection-status.tsx";
import { Form } from "./form.tsx";
import type { FrameData } from "./frame-data.ts";
import { HiddenField } from "./hidden-field.tsx";
import { useLabels } from "./labels.ts";
import { useMenus } from "./menus.ts";
import { Notice } from "./notice.tsx";
import { useSubmitByKey } from "./submit-by-key.ts";

/** The frame around every page: the bar with the four boards, the language, the person; in evaluation mode a banner. */
export function Frame({ data, children }: { data: FrameData | undefined; children: ReactNode }) {
  // Says to styles, tests and people's own scripts that what only JavaScript can do works now.
  useEffect(() => document.documentElement.setAttribute("data-live", ""), []);
  useMenus();
  useSubmitByKey();
  return (
    <>
      <a className="skip" href="#content">
        <Trans>To the content</Trans>
      </a>
      {data?.evaluation && <EvaluationBanner />}
      <header className="bar">
        <Link className="wordmark" to="/">
          <span>
            INSP<b>!</b>R
          </span>
          {data?.viewer?.variation && <small>{data.viewer.variation}</small>}
        </Link>
        {data?.viewer && <BoardTabs />}
        <div className="aside">
          {data?.viewer && <WideLinks seesPeople={data.viewer.seesPeople} />}
          {data?.viewer && <SearchField place="bar" />}
          <LanguageMenu />
          {data?.viewer && <Bell unread={data.viewer.unread} />}
          {data?.viewer && <PersonMenu viewer={data.viewer} />}
        </div>
      </header>
      {data?.givenBack && <GivenBack />}
      {children}
      <ConnectionStatus />
    </>
  );
}

/** Says that a form has what was typed in it before: until it has been sent. */
function GivenBack() {
  const { pathname } = useLocation();
  const [sentOn, setSentOn] = useState<string | null>(null);
  useEffect(() => onAnswered((status) => status < 400 && setSentOn(pathname)), [pathname]);
  if (sentOn === pathname) return null;
  return (
    <div className="given-back">
      <Notice>
        <Trans>What you typed before is back in its form. It hasn’t been saved yet.</Trans>
      </Notice>
    </div>
  );
}

function EvaluationBanner() {
  return (
    <div className="evaluation" role="note">
      <Trans>Evaluation on this computer only: anyone here can come in as any role, and no mail leaves it.</Trans>
      <Link to="/sign-in">
        <Trans>Change role</Trans>
      </Link>
      <Link to="/evaluation/mail">
        <Trans>Mail written so far</Trans>
      </Link>
    </div>
  );
}

function BoardTabs() {
  const { t } = useLingui();
  const labels = useLabels();
  return (
    <nav className="tabs" aria-label={t`Boards`}>
      {BOARDS.map((board) => (
        <NavLink key={board} data-board={board} to={`/boards/${board}`}>
          {labels.boardShort(board)}
        </NavLink>
      ))}
      <NavLink to="/plan">{labels.wholePlan()}</NavLink>
    </nav>
  );
}

function WideLinks({ seesPeople }: { seesPeople: boolean }) {
  return (
    <>
      <NavLink className="wide-only" to="/suggestions">
        <Trans>Suggestions</Trans>
      </NavLink>
      <NavLink className="wide-only" to="/reviews">
        <Trans>Reviews</Trans>
      </NavLink>
      <NavLink className="wide-only" to="/networks">
        <Trans>Networks</Trans>
      </NavLink>
      {seesPeople && (
        <NavLink className="wide-only" to="/people">
          <Trans>People</Trans>
        </NavLink>
      )}
    </>
  );
}

/** Where one is told what became of things, with how much of it is unread. */
function Bell({ unread }: { unread: number }) {
  const { t } = useLingui();
  return (
    <NavLink className="bell" to="/notices" aria-label={unread > 0 ? t`Notices, ${unread} unread` : t`Notices`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M4 14.5h12M5.5 14.5V9a4.5 4.5 0 0 1 9 0v5.5M8.5 17.2a1.8 1.8 0 0 0 3 0M10 4.5V2.8" />
      </svg>
      {unread > 0 && <b>{unread > 99 ? "99+" : unread}</b>}
    </NavLink>
  );
}

/** The search from every page: a field in the bar of a wide screen, in the menu of a narrow one. `/` leads to it. */
function SearchField({ place }: { place: "bar" | "menu" }) {
  const { t } = useLingui();
  return (
    <Form action="/search" role="search" className={`search-field in-${place}`} aria-label={t`Search the plan`}>
      <input
        className="input"
        type="search"
        name="q"
        maxLength={200}
        placeholder={t`Search`}
        aria-label={t`Search the plan`}
        aria-keyshortcuts="/"
      />
    </Form>
  );
}

function LanguageMenu() {
  const { t, i18n } = useLingui();
  const { pathname, search } = useLocation();
  return (
    <details className="menu" name="menu" data-menu>
      <summary aria-label={t`Language: ${i18n.locale.toUpperCase()}`}>{i18n.locale.toUpperCase()}</summary>
      {/* The whole document changes its language, so the form loads it anew. */}
      <Form method="post" action="/language" reloadDocument onSubmit={sendBackHere}>
        <div>
          <noscript>
            <p className="hint">
              <Trans>
                What you type in the page’s main form comes along to another language. Save what you type in its other
                forms first.
              </Trans>
            </p>
          </noscript>
          <HiddenField name="back" value={pathname + search} />
          {LANGUAGES.map((language) => (
            <button
              key={language}
              data-language={language}
              lang={language}
              name="language"
              value={language}
              aria-pressed={language === i18n.locale}
            >
              {LANGUAGE_NAMES[language]}
            </button>
          ))}
        </div>
      </Form>
    </details>
  );
}

/** The address may have changed by more than the router knows: a draft of a suggestion names itself in it. */
function sendBackHere({ currentTarget }: FormEvent<HTMLFormElement>) {
  const back = currentTarget.elements.namedItem("back");
  if (back instanceof HTMLInputElement) back.value = window.location.pathname + window.location.search;
}

function PersonMenu({ viewer }: { viewer: NonNullable<FrameData["viewer"]> }) {
  const labels = useLabels();
  return (
    <details className="menu who-menu" name="menu" data-menu>
      <summary>
        <span className="wide-only">{viewer.name}</span>
        <span className="small-only">
          <Trans>Menu</Trans>
        </span>
      </summary>
      <div>
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
      </div>
    </details>
  );
}
