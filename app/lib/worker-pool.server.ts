import { join } from "node:path";
import { TooBusy, TooMuchWork } from "./too-busy.ts";

/*
 * Work that would hold the event loop is done in worker threads (piscina; docs/decisions/0030-bounds.md). The production build holds one
 * file for each kind of work; development and tests, which have no build, run the same function in their own thread.
 */

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
  /** For one piece of work, waiting included. */
  timeoutMs: number;
  /** For one thread. */
  memoryMb: number;
}

const IDLE_MS = 30_000;

let built: string | undefined;

/** Says where the built workers are. Only the server of the production build does. */
export function setWorkersFolder(folder: string): void {
  built = folder;
}

/**
 * Returns what runs one kind of work with bounded concurrency. Tasks and results are plain data: they are copied between threads.
 *
 * @throws TooBusy or TooMuchWork, from the returned function; and whatever the work throws
 */
export function workerPool<Task, Result>(options: PoolOptions<Task, Result>): (task: Task) => Promise<Result> {
  const { name, load, threads, waiting, timeoutMs, memoryMb } = options;
  let pool: Promise<import("piscina").Piscina> | undefined;
  const start = async (folder: string) => {
    const { Piscina } = await import("piscina");
    return new Piscina({
      filename: join(folder, `${name}.js`),
      minThreads: 0,
      maxThreads: threads,
      maxQueue: waiting,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
  };
  return async (task) => {
    if (!built) return structuredClone(await (await load()).default(structuredClone(task)));
    pool ??= start(built);
    const { run } = await pool.then((started) => ({ run: started.run.bind(started) }));
    try {
      return (await run(task, { signal: AbortSignal.timeout(timeoutMs) })) as Result;
    } catch (error) {
      throw explained(error, name);
    }
  };
}

function explained(error: unknown, name: string): unknown {
  const { message, code, name: kind } = error as { message?: string; code?: string; name?: string };
  if (/queue/i.test(message ?? "")) return new TooBusy(`Too many wait for “${name}”.`, { cause: error });
  if (kind === "AbortError" || code === "ERR_WORKER_OUT_OF_MEMORY")
    return new TooMuchWork(`“${name}” was given up.`, { cause: error });
  return error;
}
