/** Texts under a key, within a total size: the ones that nobody has asked for longest give way. */
export class TextCache {
  readonly #most: number;
  readonly #texts = new Map<string, string>();
  #size = 0;

  /** @param most characters of all texts and keys together */
  constructor(most: number) {
    this.#most = most;
  }

  /** Returns the text under a key, made now if it is not there. */
  get(key: string, make: () => string): string {
    const known = this.#texts.get(key);
    const text = known ?? make();
    if (known === undefined) this.#size += key.length + text.length;
    // At the end of the order, as the one asked for last.
    else this.#texts.delete(key);
    this.#texts.set(key, text);
    for (const [oldest, { length }] of this.#texts) {
      if (this.#size <= this.#most) break;
      this.#texts.delete(oldest);
      this.#size -= oldest.length + length;
    }
    return text;
  }

  get count(): number {
    return this.#texts.size;
  }
}
