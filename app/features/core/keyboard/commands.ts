import type { ComponentType } from "react";
import { BOARDS, STAGES, type Stage } from "~/domain.ts";
import type { FrameData } from "~/ui/frame-data.ts";
import type { KeyDialog } from "./key-dialog.ts";

/*
 * What the single keys do. What works where, and how it is called, is in components/keyboard-help.tsx. All of it goes by the links
 * and buttons of the page, so that a key never does what its person could not do by hand. Loaded at the first key.
 */

export interface App {
  navigate: (to: string) => void;
  viewer: NonNullable<FrameData["viewer"]>;
  /** Opens a dialog, or another piece that closes itself. */
  show: (Piece: ComponentType<KeyDialog>) => void;
  help: () => void;
  /** What takes an action to a stage: it belongs to the plan, which the root knows. */
  stageChange: () => Promise<(change: StageAsked) => ComponentType<KeyDialog>>;
}

export interface StageAsked {
  ref: string;
  version: number;
  /** Where it is, as far as the page says. */
  from: Stage | null;
  to: Stage;
}

/** Where `g` and a letter go. */
export const PLACES: Readonly<Record<string, string>> = {
  o: "/",
  m: "/my",
  s: "/suggestions",
  i: "/suggestions/inbox",
  a: "/notices",
  n: "/networks",
  r: "/reviews",
  d: "/decisions",
  k: "/committee",
  p: "/people",
  ...Object.fromEntries(BOARDS.map((board, at) => [String(at + 1), `/boards/${board}`])),
};

const FOR_WORKERS = ["/suggestions/inbox", "/people"];

/** The links by which one goes through a list. The inbox and the meeting have keys of their own. */
const LINKS =
  'main :is([data-action] > h3 > a, tr[data-action] > th a:not(.change, .plan), .found-title[href^="/actions/"])';
const ITEM = "[data-action], .hits > li";

let goes = Number.NEGATIVE_INFINITY;
/** How long `g` waits for its letter. */
const WAITS_MS = 2_000;

/** Whether the next key belongs to `g`, whatever it means elsewhere. */
export const isGoing = (): boolean => performance.now() - goes < WAITS_MS;

/** Does what a key means on this page; false where it means nothing. */
export function press(key: string, app: App): boolean {
  if (isGoing()) {
    goes = Number.NEGATIVE_INFINITY;
    return go(key, app);
  }
  const stage = STAGES[Number(key) - 1];
  if (stage) return toStage(stage, app);
  const panel = document.querySelector<HTMLElement>(".action-panel");
  switch (key) {
    case "g":
      goes = performance.now();
      return true;
    case "/":
      focusSearch();
      return true;
    case "?":
      app.help();
      return true;
    case "c":
      return create(app);
    case "j":
    case "k":
      if (panel) return click(panel.querySelector(`[data-step="${key === "j" ? "next" : "before"}"]`));
      return step(key === "j" ? 1 : -1);
    case "ArrowDown":
    case "ArrowUp":
      return linkNow() !== null && step(key === "ArrowDown" ? 1 : -1);
    case "ArrowLeft":
    case "ArrowRight":
      return aside(key === "ArrowRight" ? 1 : -1);
    case "e":
      return edit(panel, app);
    case "m":
      return move(panel);
    case "f":
      return filter();
    case ".":
      return panel ? click(panel.querySelector("[data-close]")) : click(linkNow());
    default:
      return false;
  }
}

function go(key: string, { navigate, viewer }: App): boolean {
  const to = PLACES[key];
  if (!to || (FOR_WORKERS.includes(to) && !viewer.seesPeople)) return false;
  navigate(to);
  return true;
}

/** An action, for whoever may enter one here; a suggestion for all others who may write. */
function create({ navigate, viewer }: App): boolean {
  const board = document.querySelector<HTMLElement>("main[data-board]")?.dataset.board;
  const here = document.querySelector<HTMLAnchorElement>('main .board-tools a[href^="/actions/new"]');
  const isBoard = document.querySelector("main.board") !== null;
  const query = board ? `?board=${board}` : "";
  if (here || (viewer.seesPeople && !isBoard)) navigate(`/actions/new${query}`);
  else if (viewer.suggests) navigate(`/suggestions/new${query}`);
  else return false;
  return true;
}

const click = (element: HTMLElement | null | undefined): boolean => {
  element?.click();
  return Boolean(element);
};

const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(LINKS)];

/** The link of the item in which the focus is. */
function linkNow(): HTMLAnchorElement | null {
  const item = document.activeElement?.closest(`main :is(${ITEM})`);
  return (item && [...item.querySelectorAll<HTMLAnchorElement>("a")].find((one) => one.matches(LINKS))) ?? null;
}

function step(by: 1 | -1): boolean {
  const all = links();
  const now = linkNow();
  const at = now ? all.indexOf(now) : -1;
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  return focus(next);
}

function focus(link: HTMLElement | undefined): boolean {
  link?.focus();
  link?.closest(ITEM)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return Boolean(link);
}

/** To the next column with a card, at about the same height. */
function aside(by: 1 | -1): boolean {
  const now = linkNow();
  const column = now?.closest(".column");
  if (!now || !column || document.activeElement !== now) return false;
  const columns = [...document.querySelectorAll(".column")];
  const { top } = now.getBoundingClientRect();
  for (let at = columns.indexOf(column) + by; columns[at]; at += by) {
    const cards = [...(columns[at]?.querySelectorAll<HTMLElement>(LINKS) ?? [])];
    const distance = (one: HTMLElement) => Math.abs(one.getBoundingClientRect().top - top);
    const [first, ...others] = cards;
    if (first) return focus(others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first));
  }
  return false;
}

/** The action that a key is about: the one in the panel, in whose item the focus is, or whose page this is. */
function refNow(): string | null {
  const panel = document.querySelector<HTMLElement>(".action-panel");
  const item = document.activeElement?.closest<HTMLElement>("main [data-action]");
  return panel?.dataset.action ?? item?.dataset.action ?? null;
}

function edit(panel: HTMLElement | null, { navigate }: App): boolean {
  if (panel) return click(panel.querySelector("[data-edit]"));
  const ref = refNow();
  // What only those have who work on it.
  const item = document.activeElement?.closest("main [data-action]");
  if (ref && item?.querySelector('.grip, .plan, input[name="chosen"]')) {
    navigate(`/actions/${ref}/edit`);
    return true;
  }
  return click(document.querySelector<HTMLElement>('main > .buttons a[href$="/edit"]'));
}

function move(panel: HTMLElement | null): boolean {
  const row = document.activeElement?.closest("main [data-action]");
  const select = (panel ?? row)?.querySelector<HTMLElement>("[data-field=stage] select, .is-stage select");
  if (select) {
    select.focus();
    return true;
  }
  if (row) return click(row.querySelector<HTMLElement>(".grip"));
  return click(document.querySelector<HTMLElement>('main > .buttons a[href$="/move"]'));
}

function toStage(to: Stage, app: App): boolean {
  const panel = document.querySelector<HTMLElement>(".action-panel");
  const item = panel ?? document.activeElement?.closest<HTMLElement>("main [data-action]");
  const { action: ref, version } = item?.dataset ?? {};
  // What only those have who work on it.
  const works = item?.querySelector('.grip, .plan, input[name="chosen"], [data-edit]');
  if (!ref || !version || !works || item?.dataset.held) return false;
  const from = (item?.closest<HTMLElement>("[data-stage]")?.dataset.stage ?? null) as Stage | null;
  if (from === to) return true;
  app.stageChange().then(
    (piece) => app.show(piece({ ref, version: Number(version), from, to })),
    // Without a line it stays where it is.
    () => {},
  );
  return true;
}

/** The filters of the list, opened, at their first field. */
function filter(): boolean {
  const menu = document.querySelector<HTMLDetailsElement>("main .filter-menu");
  if (menu) {
    menu.open = true;
    menu.querySelector("summary")?.focus();
    return true;
  }
  const first = document.querySelector<HTMLElement>(
    "main :is(.filters, .kinds) :is(input:not([type=hidden]), select, a)",
  );
  first?.focus();
  return first !== null;
}

/** The page's own search, or the field of the bar; on a narrow screen the one in the menu, which opens. */
function focusSearch(): void {
  const fields = [
    ...document.querySelectorAll<HTMLInputElement>("main .search-form input[type=search], .search-field input"),
  ];
  const shown = fields.find((field) => field.checkVisibility());
  const hidden = fields.find((field) => field.closest("details"));
  if (!shown) hidden?.closest("details")?.setAttribute("open", "");
  const field = shown ?? hidden;
  field?.focus();
  field?.select();
}
