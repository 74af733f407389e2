import { BOARDS, type Board, isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import type { Submitted } from "~/features/core/forms.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { AgendaItem } from "~db/stored/agenda.ts";

/* An agenda as its form has it: three lists of fields of one length, in the order in which the points come. */

/** What the committee goes through unless somebody arranges it otherwise, and how many minutes each may take. */
export const USUAL_AGENDA: AgendaItem[] = [
  { kind: "alignment", minutes: 20 },
  ...BOARDS.map((board): AgendaItem => ({ kind: "board", board, minutes: 15 })),
  { kind: "decisions", minutes: 20 },
  { kind: "look-again", minutes: 10 },
  { kind: "sign-off", minutes: 5 },
];

export const AGENDA_LISTS = ["item", "about", "minutes"] as const;

/** One line of the form, as typed. */
export interface AgendaLine {
  /** `board:lobbying`, `alignment`, … or `point:fr` for a point of the committee's own and its language. */
  item: string;
  /** What a point of the committee's own is about. */
  about: string;
  minutes: string;
}

export const POINT_MOST = 200;
const POINTS_MOST = 30;

export function linesOf(agenda: readonly AgendaItem[], language: Language): AgendaLine[] {
  return agenda.map((one) => {
    const minutes = one.minutes === null ? "" : String(one.minutes);
    if (one.kind === "board") return { item: `board:${one.board}`, about: "", minutes };
    if (one.kind !== "point") return { item: one.kind, about: "", minutes };
    const written = one.about[language] ? language : (LANGUAGES.find((lang) => one.about[lang]) ?? language);
    return { item: `point:${written}`, about: one.about[written] ?? "", minutes };
  });
}

/** The lines of a form that came in; what is no point of an agenda is left out. */
export function linesIn(submitted: Submitted): AgendaLine[] {
  const [items = [], abouts = [], minutes = []] = AGENDA_LISTS.map((name) => [submitted[name] ?? []].flat());
  return items
    .map((item, index) => ({ item, about: abouts[index] ?? "", minutes: minutes[index] ?? "" }))
    .filter(({ item }) => isItem(item))
    .slice(0, POINTS_MOST);
}

/** The agenda that lines come to, with what is wrong at which of them: `about.2`, `minutes.0`. */
export function agendaFrom(lines: readonly AgendaLine[]): {
  agenda: AgendaItem[];
  problems: Record<string, ProblemCode>;
} {
  const problems: Record<string, ProblemCode> = {};
  const agenda = lines.map(({ item, about, minutes: submitted }, index): AgendaItem => {
    const minutes = submitted.trim() === "" ? null : Number(submitted);
    if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 480))
      problems[`minutes.${index}`] = "not-minutes";
    const [kind, of] = item.split(":");
    if (kind === "board") return { kind, board: of as Board, minutes };
    if (kind !== "point") return { kind: kind as Exclude<AgendaItem["kind"], "board" | "point">, minutes };
    if (about.trim() === "") problems[`about.${index}`] = "missing";
    if (about.trim().length > POINT_MOST) problems[`about.${index}`] = `too-long:${POINT_MOST}`;
    return { kind, about: { [of as Language]: about.trim() }, minutes };
  });
  return { agenda, problems };
}

/** What the buttons of the form do: `up:2`, `down:0`, `remove:3`, `add`. */
export type Arranging = { up: number } | { down: number } | { remove: number } | { add: string };

/** What a form asks to be arranged; null where it asks for something else. */
export function arrangingIn(intent: string, added: string): Arranging | null {
  if (intent === "add") return isItem(added) ? { add: added } : null;
  const [arranging, place = ""] = intent.split(":");
  const at = Number(place);
  if (place === "" || !Number.isInteger(at) || at < 0) return null;
  if (arranging === "up") return { up: at };
  if (arranging === "down") return { down: at };
  return arranging === "remove" ? { remove: at } : null;
}

/** The lines with one of them moved, removed or added; a place that is none changes nothing. */
export function arranged(lines: readonly AgendaLine[], arranging: Arranging): AgendaLine[] {
  if ("add" in arranging) return [...lines, { item: arranging.add, about: "", minutes: "" }].slice(0, POINTS_MOST);
  if ("remove" in arranging) return lines.filter((_, index) => index !== arranging.remove);
  const [from, to] = "up" in arranging ? [arranging.up, arranging.up - 1] : [arranging.down, arranging.down + 1];
  const next = [...lines];
  const [one, other] = [next[from], next[to]];
  if (one && other) [next[from], next[to]] = [other, one];
  return next;
}

/** The usual points that an agenda lacks: what can be put back. */
export function lacking(lines: readonly AgendaLine[]): string[] {
  const there = new Set(lines.map(({ item }) => item));
  return linesOf(USUAL_AGENDA, "en").flatMap(({ item }) => (there.has(item) ? [] : [item]));
}

const PLAIN = ["alignment", "decisions", "look-again", "sign-off"] as const;

function isItem(item: string): boolean {
  const [kind, of, ...rest] = item.split(":");
  if (rest.length > 0) return false;
  if (of === undefined) return isOneOf(PLAIN, kind);
  return kind === "board" ? isOneOf(BOARDS, of) : kind === "point" && isOneOf(LANGUAGES, of);
}
