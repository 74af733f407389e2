import type { RunningServer } from "./server.ts";

/** Somebody with a browser's cookies and nothing else of it: for what is about statuses and headers. */
export class Visitor {
  #cookies = new Map<string, string>();
  readonly #server: RunningServer;

  constructor(server: RunningServer) {
    this.#server = server;
  }

  /** The cookies as a browser sends them. */
  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async signIn(as: string): Promise<this> {
    await this.post("/sign-in", { as });
    return this;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#ask(path, { headers });
  }

  /** A plain form post as our own pages make it; `headers` can make it one that they would not. */
  post(
    path: string,
    form: Record<string, string> | [name: string, value: string][],
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new URLSearchParams(form);
    return this.#ask(path, { method: "POST", body, headers: { Origin: this.#server.origin, ...headers } });
  }

  /** A form with a file. */
  send(path: string, body: FormData): Promise<Response> {
    return this.#ask(path, { method: "POST", body, headers: { Origin: this.#server.origin } });
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set("Cookie", this.cookies);
    const answer = await fetch(this.#server.origin + path, { ...init, headers, redirect: "manual" });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const [name = "", ...value] = pair.split("=");
      this.#cookies.set(name, value.join("="));
    }
    return answer;
  }
}
