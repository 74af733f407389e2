import type { EventKind } from "~db/stored/events.ts";
import { Refusal } from "./refusal.ts";

/*
 * How much one person, account or address may do in a time. Counted in memory: the product is one process, and a restart
 * forgives. Windows are fixed, so that what is kept for each key is two numbers.
 */

export interface Limit {
  most: number;
  minutes: number;
}

const DAY = 24 * 60;
const MB = 1024 * 1024;

/** Everything that grows, by person. Far above what somebody does by hand, far below what fills a disk. */
export const LIMITS = {
  /** Every form that is sent, whatever it does. */
  write: { most: 300, minutes: 1 },
  "write-long": { most: 4000, minutes: 60 },
  comment: { most: 30, minutes: 10 },
  suggestion: { most: 60, minutes: 60 },
  workshop: { most: 20, minutes: 60 },
  draft: { most: 120, minutes: 60 },
  follow: { most: 120, minutes: 10 },
  invitation: { most: 40, minutes: 60 },
  view: { most: 60, minutes: 60 },
  action: { most: 200, minutes: 60 },
  "action-edit": { most: 1200, minutes: 60 },
  /** Key results, check-ins, milestones, dependencies, what an action strengthens. */
  "action-detail": { most: 400, minutes: 60 },
  document: { most: 60, minutes: 60 },
  /** What becomes of suggestions. */
  handling: { most: 600, minutes: 60 },
  committee: { most: 600, minutes: 60 },
  entry: { most: 300, minutes: 60 },
  "entry-part": { most: 600, minutes: 60 },
  administration: { most: 300, minutes: 60 },
  /** A change that leaves nothing in history. */
  unrecorded: { most: 1200, minutes: 60 },
  /** What is written into history, in bytes. */
  history: { most: 32 * MB, minutes: DAY },
  /** Forms that come with a file, whatever becomes of it, and the bytes of those files. */
  upload: { most: 60, minutes: 60 },
  "upload-bytes": { most: 500 * MB, minutes: DAY },
  /** Wrong passwords, by account and by address. */
  "wrong-password-account": { most: 10, minutes: 15 },
  "wrong-password-address": { most: 50, minutes: 15 },
  /** Links by mail: by account, so that nobody's mail box is filled, and by address. */
  "link-account": { most: 3, minutes: 15 },
  "link-address": { most: 30, minutes: 15 },
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/**
 * Which limit an event of each kind counts against, for all forms alike (`change`); null for what no person's form is the measure
 * of. A kind that is added to the events is asked for here by the compiler.
 */
const LIMIT_OF_EVENT: Record<EventKind, LimitName | null> = {
  "action.created": "action",
  "action.edited": "action-edit",
  "action.moved": "action-edit",
  "action.duplicated": null,
  "action.made-from-template": null,
  "action.recurred": null,
  "action.recurrence-edited": "action-detail",
  "template.created": "action-detail",
  "template.edited": "action-detail",
  "template.retired": "action-detail",
  "template.restored": "action-detail",
  "action.commented": "comment",
  "action.comment-edited": "comment",
  "action.comment-withdrawn": "comment",
  "link.created": "action-detail",
  "link.edited": "action-detail",
  "link.removed": "action-detail",
  "link.answered": "action-detail",
  "key-result.created": "action-detail",
  "key-result.edited": "action-detail",
  "key-result.retired": "action-detail",
  "check-in.given": "action-detail",
  "dependency.created": "action-detail",
  "dependency.removed": "action-detail",
  "dependency.freed": null,
  "milestone.created": "action-detail",
  "milestone.edited": "action-detail",
  "milestone.removed": "action-detail",
  "document.added": "document",
  "document.removed": "document",
  "suggestion.submitted": "suggestion",
  "suggestion.edited": "handling",
  "suggestion.supported": "handling",
  "suggestion.unsupported": "handling",
  "suggestion.commented": "comment",
  "suggestion.comment-edited": "comment",
  "suggestion.comment-withdrawn": "comment",
  "suggestion.taken-up": "handling",
  "suggestion.put-off": "handling",
  "suggestion.asked": "handling",
  "suggestion.merged": "handling",
  "suggestion.unmerged": "handling",
  "suggestion.answered": "handling",
  "suggestion.withdrawn": "handling",
  "response-deadlines.edited": "administration",
  "review.opened": "committee",
  "review.edited": "committee",
  "review.turned": "committee",
  "review.attended": "committee",
  "review.assessed": "committee",
  "review.aligned": "committee",
  "review.commented": "comment",
  "review.comment-edited": "comment",
  "review.comment-withdrawn": "comment",
  "review.reported-back": "committee",
  "review.signed-off": "committee",
  "review.sign-off-lapsed": null,
  "review.closed": "committee",
  "review.added-to": "committee",
  "decision.proposed": "committee",
  "decision.edited": "committee",
  "decision.position-recorded": "committee",
  "decision.lapsed": null,
  "decision.adopted": "committee",
  "decision.rejected": "committee",
  "decision.withdrawn": "committee",
  "decision.done": "committee",
  "decision.due": null,
  "decision.looked-at": "committee",
  "decision.carried-over": null,
  "decision-rule.edited": "administration",
  "figures.edited": "administration",
  "committee-term.edited": "administration",
  "report.edited": "committee",
  "entry.created": "entry",
  "entry.edited": "entry",
  "entry.removed": "entry",
  "entry.restored": "entry",
  "entry-part.added": "entry-part",
  "entry-part.edited": "entry-part",
  "entry-part.removed": "entry-part",
  "rate.entered": "administration",
  "network.created": "administration",
  "network.edited": "administration",
  "network.closed": "administration",
  "network.reopened": "administration",
  "network.removed": "administration",
  "seat.created": "administration",
  "seat.edited": "administration",
  "seat.removed": "administration",
  // Counted before the mail goes out (`invitation`): by the time of the event it is gone.
  "person.invited": null,
  "person.invited-again": null,
  "person.uninvited": "administration",
  "person.joined": null,
  "person.edited": "administration",
  "person.suspended": "administration",
  "person.restored": "administration",
};

/** Too much in a short time: answered with 429 and when to try again. */
export class TooMany extends Refusal {
  /** Whole seconds, at least one. */
  readonly retryAfter: number;

  constructor(name: LimitName, retryAfter: number) {
    super(429, `The limit “${name}” is reached.`);
    this.retryAfter = retryAfter;
  }
}

interface Window {
  count: number;
  /** Milliseconds. */
  ends: number;
}

const held = globalThis as typeof globalThis & { inspirLimits?: Map<string, Window> };
held.inspirLimits ??= new Map();
const windows = held.inspirLimits;
/** Above this many keys, those whose time is over are dropped. */
const SWEEP_ABOVE = 10_000;

/**
 * Counts one more use, and says for how many seconds the limit is reached: 0 while it is not.
 *
 * @param key whose limit it is, such as a person's id
 */
export function use(name: LimitName, key: string, now = Date.now(), times = 1): number {
  const limit: Limit = LIMITS[name];
  const id = `${name}\n${key}`;
  if (windows.size > SWEEP_ABOVE) for (const [one, { ends }] of windows) if (ends <= now) windows.delete(one);
  const found = windows.get(id);
  const window = found && found.ends > now ? found : { count: 0, ends: now + limit.minutes * 60_000 };
  windows.set(id, window);
  if (window.count + times > limit.most) return secondsUntil(window, now);
  window.count += times;
  return 0;
}

/** As `use`, without counting: whether the limit is reached already. */
export function reached(name: LimitName, key: string, now = Date.now()): number {
  const window = windows.get(`${name}\n${key}`);
  return window && window.ends > now && window.count >= LIMITS[name].most ? secondsUntil(window, now) : 0;
}

/** Takes a use back: it turned out not to count. */
export function giveBack(name: LimitName, key: string, times = 1): void {
  const window = windows.get(`${name}\n${key}`);
  if (window) window.count = Math.max(0, window.count - times);
}

/** Takes the count of a key back, such as the wrong passwords of an account that the right one has opened. */
export function forgive(name: LimitName, key: string): void {
  windows.delete(`${name}\n${key}`);
}

/**
 * Counts one more use by a person, or so many.
 *
 * @throws TooMany when that is too much
 */
export function limit(name: LimitName, { id }: { id: string }, now = Date.now(), times = 1): void {
  const retryAfter = use(name, id, now, times);
  if (retryAfter > 0) throw new TooMany(name, retryAfter);
}

/** What one change writes into history. */
export interface HistoryVolume {
  kinds: ReadonlySet<EventKind>;
  bytes: number;
}

/**
 * Counts a change against the limits of its kinds: once against each, however many actions or suggestions it is about, and with
 * all that it writes.
 *
 * @returns what takes it back, for a change that comes to nothing
 * @throws TooMany when one of them is reached; then nothing is counted
 */
export function countChange(personId: string, { kinds, bytes }: HistoryVolume): () => void {
  const names = new Set([...kinds].flatMap((kind) => LIMIT_OF_EVENT[kind] ?? []));
  if (kinds.size === 0) names.add("unrecorded");
  const counted: [LimitName, number][] = [];
  const uncount = () => {
    for (const [name, times] of counted) giveBack(name, personId, times);
  };
  try {
    for (const [name, times] of [...[...names].map((name) => [name, 1] as const), ["history", bytes] as const]) {
      limit(name, { id: personId }, undefined, times);
      counted.push([name, times]);
    }
  } catch (error) {
    uncount();
    throw error;
  }
  return uncount;
}

const secondsUntil = ({ ends }: Window, now: number) => Math.max(1, Math.ceil((ends - now) / 1000));
