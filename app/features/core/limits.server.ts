import { Refusal } from "./refusal.ts";

/*
 * How much one person, account or address may do in a time. Counted in memory: the product is one process, and a restart
 * forgives. Windows are fixed, so that what is kept for each key is two numbers.
 */

export interface Limit {
  most: number;
  minutes: number;
}

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
  upload: { most: 60, minutes: 60 },
  invitation: { most: 40, minutes: 60 },
  view: { most: 60, minutes: 60 },
  /** Wrong passwords, by account and by address. */
  "wrong-password-account": { most: 10, minutes: 15 },
  "wrong-password-address": { most: 50, minutes: 15 },
  /** Links by mail: by account, so that nobody's mail box is filled, and by address. */
  "link-account": { most: 3, minutes: 15 },
  "link-address": { most: 30, minutes: 15 },
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

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

/** Takes one use back: it turned out not to count. */
export function giveBack(name: LimitName, key: string): void {
  const window = windows.get(`${name}\n${key}`);
  if (window && window.count > 0) window.count -= 1;
}

/** Takes the count of a key back, such as the wrong passwords of an account that the right one has opened. */
export function forgive(name: LimitName, key: string): void {
  windows.delete(`${name}\n${key}`);
}

/**
 * Counts one more use by a person.
 *
 * @throws TooMany when that is too much
 */
export function limit(name: LimitName, { id }: { id: string }, now = Date.now()): void {
  const retryAfter = use(name, id, now);
  if (retryAfter > 0) throw new TooMany(name, retryAfter);
}

const secondsUntil = ({ ends }: Window, now: number) => Math.max(1, Math.ceil((ends - now) / 1000));
