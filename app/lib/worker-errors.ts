/*
 * Errors on their way out of a worker thread. The copy between threads keeps the message of an Error and drops its `code`, and an error
 * that a library made in its own way arrives as a bare object: whoever catches it could not tell a full disk from a fault of ours.
 */

/** An error as plain data, which every copy keeps whole. */
interface CopiedError {
  copiedError: true;
  name: string;
  message: string;
  stack: string | undefined;
  code: string | undefined;
  cause: CopiedError | undefined;
}

/** Deeper than any library wraps its errors. */
const CAUSES_MOST = 5;

/** Returns the work of a worker module, whose errors reach the other thread whole. */
export function withWholeErrors<Task, Result>(work: (task: Task) => Result | Promise<Result>) {
  return async (task: Task): Promise<Result> => {
    try {
      return await work(task);
    } catch (error) {
      throw copied(error, CAUSES_MOST);
    }
  };
}

function copied(error: unknown, depth: number): CopiedError {
  const { name, message, stack, code, cause } = (error ?? {}) as Partial<Record<keyof CopiedError, unknown>>;
  return {
    copiedError: true,
    name: typeof name === "string" ? name : "Error",
    message: typeof message === "string" ? message : String(error),
    stack: typeof stack === "string" ? stack : undefined,
    code: typeof code === "string" ? code : undefined,
    cause: cause !== undefined && depth > 0 ? copied(cause, depth - 1) : undefined,
  };
}

/** Returns an Error with what was copied of it; anything else as it is. */
export function revived(thrown: unknown): unknown {
  if (!isCopied(thrown)) return thrown;
  const { name, message, stack, code, cause } = thrown;
  const error = new Error(message, cause && { cause: revived(cause) });
  return Object.assign(error, { name, stack: stack ?? error.stack }, code !== undefined && { code });
}

function isCopied(thrown: unknown): thrown is CopiedError {
  return typeof thrown === "object" && thrown !== null && "copiedError" in thrown;
}
