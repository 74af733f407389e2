import { PassThrough, Readable } from "node:stream";
import { createContext, runInContext } from "node:vm";
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  data,
  type EntryContext,
  type ServerBuild,
} from "@remix-run/node";
import { Outlet, RemixServer, Scripts, useLoaderData } from "@remix-run/react";
import type { ComponentType, ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { DeferredScripts, loaderDataReady } from "~/http/remix-internals.tsx";
import { isRemixAddress, pageAddress } from "~/lib/remix-addresses.ts";
import { isDataAnswer } from "~/lib/remix-data.ts";
import remixOptions from "../../../remix.config.js";

/*
 * The product relies on what Remix does not document (app/http/remix-internals.tsx). Each test names one such thing, and asks
 * the installed Remix for it: one that fails after an update says what to change there.
 */

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const DATA = { greeting: "</script> & “bonjour”" };

const route = (id: string, parentId?: string) => ({
  id,
  parentId,
  path: parentId ? id : "",
  module: `/assets/${id}.js`,
  imports: ["/assets/shared.js"],
  hasAction: false,
  hasLoader: true,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
});

const Framed = ({ children }: { children: ReactElement }) => (
  <html lang="en">
    <body>
      <Outlet />
      {children}
    </body>
  </html>
);
const WithScripts = () => (
  <Framed>
    <Scripts />
  </Framed>
);
const WithDeferredScripts = () => (
  <Framed>
    <DeferredScripts nonce="n" />
  </Framed>
);
const Page = () => <p>{useLoaderData<typeof DATA>().greeting}</p>;
const loader = () => DATA;

/** A site of two pages within a frame; returns what asks it. */
function siteWithin(Frame: ComponentType) {
  const manifest = {
    entry: { module: "/assets/entry.js", imports: ["/assets/react.js"] },
    routes: { root: route("root"), page: route("page", "root"), other: route("other", "root") },
    url: "/assets/manifest.js",
    version: "1",
  };
  const build = {
    entry: { module: { default: draw } },
    routes: {
      root: { ...manifest.routes.root, module: { default: Frame, loader } },
      page: { ...manifest.routes.page, module: { default: Page, loader } },
      other: { ...manifest.routes.other, module: { default: Page, loader } },
    },
    assets: manifest,
    future: remixOptions.future,
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    mode: "production",
  };
  const handle = createRequestHandler(build as unknown as ServerBuild, "production");
  return async (path: string) => {
    const answer = await handle(new Request(`http://site.invalid${path}`));
    return { headers: answer.headers, text: await answer.text() };
  };
}

/** As a server's entry does it. */
function draw(request: Request, status: number, headers: Headers, remix: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, {
      onAllReady() {
        const body = createReadableStreamFromReadable(Readable.from(pipe(new PassThrough())));
        headers.set("Content-Type", "text/html");
        resolve(new Response(body, { status, headers }));
      },
      onShellError: reject,
    });
  });
}

interface HandedOver {
  window: Record<string, unknown>;
  /** What is preloaded and loaded, once the page has loaded. */
  loaded: string[];
  preloaded: string[];
}

/** Runs the scripts of a page as a browser would, with modules that are no more than their addresses. */
async function handedOver(html: string): Promise<HandedOver> {
  const loaded: string[] = [];
  const preloaded: string[] = [];
  const whenLoaded: (() => void)[] = [];
  const window: Record<string, unknown> = {
    ReadableStream,
    TextEncoderStream,
    addEventListener: (event: string, listener: () => void) => event === "load" && whenLoaded.push(listener),
    document: {
      createElement: () => ({}),
      head: { append: ({ href }: { href: string }) => preloaded.push(href) },
    },
    moduleAt(address: string) {
      loaded.push(address);
      return { address };
    },
  };
  window.window = window;
  createContext(window);
  for (const [, code = ""] of html.matchAll(/<script[^>]*>(.*?)<\/script>/gs)) {
    const modules = code
      .replace(/import \* as (\w+) from ("[^"]+");/g, "const $1 = moduleAt($2);")
      .replace(/\bimport\(/g, "moduleAt(");
    runInContext(`{${modules}\n}`, window);
  }
  for (const listener of whenLoaded) listener();
  // The modules of the routes come before the entry, in a turn of their own.
  await vi.waitFor(() => expect(loaded).toContain("/assets/entry.js"));
  return { window, loaded, preloaded };
}

async function handOverOf(Frame: ComponentType): Promise<HandedOver> {
  return handedOver((await siteWithin(Frame)("/page")).text);
}

/** What a browser gets of the hand-over, as plain data, and what the stream of the loaders' data says. */
async function contentOf({ window }: HandedOver) {
  const { __remixContext: context, __remixManifest, __remixRouteModules, ...rest } = window;
  const { stream, streamController, ...plain } = context as Record<string, unknown>;
  expect(streamController).toBeDefined();
  const text = await new Response(stream as ReadableStream).text();
  const others = Object.keys(rest).filter((name) => name.startsWith("__remix"));
  return structuredClone(
    JSON.parse(JSON.stringify({ plain, text, __remixManifest, __remixRouteModules, others })) as Record<
      string,
      unknown
    >,
  );
}

test("<Scripts> hands the browser what the scripts that begin later do: context, stream, manifest, modules", async () => {
  const original = await handOverOf(WithScripts);
  vi.stubEnv("DEV", false);
  const ours = await handOverOf(WithDeferredScripts);
  const expected = await contentOf(original);
  expect(expected).toMatchObject({
    text: expect.stringContaining("bonjour"),
    __remixRouteModules: { root: { address: "/assets/root.js" }, page: { address: "/assets/page.js" } },
  });
  expect(await contentOf(ours)).toEqual(expected);
  expect(ours.loaded).toEqual(original.loaded);
  expect(ours.preloaded).toEqual(expect.arrayContaining(["/assets/entry.js", "/assets/react.js", "/assets/shared.js"]));
});

test("RemixBrowser, called before it is drawn, throws the promise of the loaders' data", async () => {
  const { window } = await handOverOf(WithScripts);
  vi.stubGlobal("window", window);
  await loaderDataReady();
  expect(window.__remixContext).toMatchObject({ state: { loaderData: { root: DATA, page: DATA } } });
});

test("a script asks for a page's data at its address with .data, and for routes at /__manifest", async () => {
  const ask = siteWithin(WithScripts);
  const page = await ask("/page");
  expect(page.headers.get("X-Remix-Response")).toBeNull();
  const data = await ask("/page.data?_routes=page");
  expect(data.headers.get("X-Remix-Response")).toBe("yes");
  expect(data.text).toContain("bonjour");
  const routes = await ask("/__manifest?p=/other&version=1");
  expect(Object.keys(JSON.parse(routes.text) as object)).toEqual(expect.arrayContaining(["other"]));
});

test("a page has one address, whoever asks for it", () => {
  const at = (path: string) => new URL(path, "http://site.invalid");
  expect(pageAddress(at("/page.data?q=a&_routes=page&index"))).toBe("/page?q=a");
  expect(pageAddress(at("/page.data?_routes=page"))).toBe("/page");
  // What Remix did not touch stays as it was written.
  expect(pageAddress(at("/page?q=a%20b&mine"))).toBe("/page?q=a%20b&mine");
  expect(["/page.data", "/__manifest?p=/x", "/page", "/live"].map((path) => isRemixAddress(at(path)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("what data() returns is told from a response, and from any other object", () => {
  const answer: unknown = data({ what: 1 }, { status: 409 });
  expect(isDataAnswer(answer) && { status: answer.init?.status, data: answer.data }).toEqual({
    status: 409,
    data: { what: 1 },
  });
  for (const other of [new Response(), { data: 1 }, null, "DataWithResponseInit"])
    expect(isDataAnswer(other)).toBe(false);
});
