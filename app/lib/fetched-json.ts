/**
 * Asks the server for something that a page does without when it has to. Returns null where no answer came, where it was refused, and
 * where it is another page's: signed out, it is the sign-in page that answers.
 */
export async function fetchedJson<T>(address: string, signal: AbortSignal): Promise<T | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok && !answer.redirected ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
