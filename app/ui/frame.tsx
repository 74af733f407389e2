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
import { lazyComponent } from "./lazy.ts";
import { LazyContent } from "./lazy-content.tsx";
import { useMenus } from "./menus.ts";
import { Notice } from "./notice.tsx";
import { SearchField } from "./search-field.tsx";

/** The frame around every page: the bar with the four boards, the language, the person; in evaluation mode a banner. */
export function Frame({ data, children }: { data: FrameData | undefined; children: ReactNode }) {
  // Says to styles, tests and people's own scripts that what only JavaScript can do works now.
  useEffect(() => document.documentElement.setAttribute("data-live", ""), []);
  useMenus();
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

// Opened seldom: until then the server's links and forms are there by themselves.
const personMenu = lazyComponent(".who-menu[open]", () =>
  import("./person-menu.tsx").then(({ PersonMenuContent }) => PersonMenuContent),
);

function PersonMenu({ viewer }: { viewer: NonNullable<FrameData["viewer"]> }) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <details className="menu who-menu" name="menu" data-menu onToggle={want} onPointerEnter={want} onFocus={want}>
      <summary>
        <span className="wide-only">{viewer.name}</span>
        <span className="small-only">
          <Trans>Menu</Trans>
        </span>
      </summary>
      <LazyContent piece={personMenu} wanted={wanted} of={{ viewer }} />
    </details>
  );
}
