import { join } from "node:path";
import { fairTurns } from "./fair-turns.ts";
import { Abandoned, TooBusy, TooManyOfOne, TooMuchWork } from "./too-busy.ts";
import { revived } from "./worker-errors.ts";

/*
 * Work that would hold the event loop is done in worker threads (piscina; docs/decisions/0030-bounds.md). The production build holds one
 * file for each kind of work; development and tests, which have no build, run the same function in their own thread.
 */

/** Its work is wrapped in `withWholeErrors`, so that its errors can be told apart here. */
export interface WorkerModule<Task, Result> {
  default: (task: Task) => Result | Promise<Result>;
}

interface PoolOptions<Task, Result> {
  /** The name of its file in the build. */
  name: string;
  /** Loads the same module from the sources. */
  load: () => Promise<WorkerModule<Task, Result>>;
  threads: number;
  /** How many may wait for a thread. */
  waiting: number;
  /** How many of one asker's may be under way, waiting included. */
  ofOne?: number;
  /** For one piece of work, waiting included. */
  timeoutMs: number;
  /** For one thread. */
  memoryMb: number;
}

/** For whom a piece of work is done. */
export interface Asker {
  /** Whose share of the pool it takes up, such as a person's id. */
  id?: string;
  /** Aborts when whoever asked has gone: what waits is dropped, what runs is ended with its thread. */
  gone?: AbortSignal | undefined;
}

const IDLE_MS = 30_000;

let built: string | undefined;

/** Says where the built workers are; undefined for nowhere. Only the server of the production build does. */
export function setWorkersFolder(folder: string | undefined): void {
  built = folder;
}

/**
 * Returns what runs one kind of work with bounded concurrency. Tasks and results are plain data: they are copied between threads.
 *
 * @throws TooBusy, TooManyOfOne, TooMuchWork or Abandoned, from the returned function; and whatever the work throws
 */
export function workerPool<Task, Result>(
  options: PoolOptions<Task, Result>,
): (task: Task, asker?: Asker) => Promise<Result> {
  const { name, load, threads, waiting, ofOne = Number.POSITIVE_INFINITY, timeoutMs, memoryMb } = options;
  const underWay = new Map<string, number>();
  const turns = fairTurns(threads);
  let allUnderWay = 0;
  let pool: Promise<import("piscina").Piscina> | undefined;
  const start = async (folder: string) => {
    const { Piscina } = await import("piscina");
    return new Piscina({
      filename: join(folder, `${name}.js`),
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
  };
  const run = async (task: Task, { id, gone }: Asker): Promise<Result> => {
    if (!built) return structuredClone(await (await load()).default(structuredClone(task)));
    pool ??= start(built);
    const started = await pool;
    // No AbortSignal.any: what it returns can be collected while it is still waited for (nodejs/node#55428).
    const stop = new AbortController();
    const leave = () => stop.abort();
    const timer = setTimeout(leave, timeoutMs);
    gone?.addEventListener("abort", leave);
    if (gone?.aborted) leave();
    const leaveTurn = await turns.take(id, stop.signal);
    try {
      return (await started.run(task, { signal: stop.signal })) as Result;
    } finally {
      leaveTurn();
      clearTimeout(timer);
      gone?.removeEventListener("abort", leave);
    }
  };
  return async (task, { id, gone } = {}) => {
    const mine = (id !== undefined && underWay.get(id)) || 0;
    if (mine >= ofOne) throw new TooManyOfOne(`Too much of “${name}” is under way for one.`);
    // Counted here: a task that found no thread passes piscina's own maxQueue by (5.3.2).
    if (allUnderWay >= threads + waiting) throw new TooBusy(`Too many wait for “${name}”.`);
    if (id !== undefined) underWay.set(id, mine + 1);
    allUnderWay += 1;
    try {
      return await run(task, { id, ...(gone && { gone }) });
    } catch (error) {
      throw gone?.aborted ? new Abandoned(`Nobody waits for “${name}” any more.`) : explained(error, name);
    } finally {
      allUnderWay -= 1;
      if (id !== undefined) leaveQueue(underWay, id);
    }
  };
}

function leaveQueue(underWay: Map<string, number>, id: string): void {
  const left = (underWay.get(id) ?? 1) - 1;
  if (left > 0) underWay.set(id, left);
  else underWay.delete(id);
}

function explained(thrown: unknown, name: string): unknown {
  const error = revived(thrown);
  if (error !== thrown) return error;
  const { code, name: kind } = (error ?? {}) as { code?: string; name?: string };
  if (kind === "AbortError" || code === "ERR_WORKER_OUT_OF_MEMORY")
    return new TooMuchWork(`“${name}” was given up.`, { cause: error });
  return error;
}
