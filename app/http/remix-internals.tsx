import { RemixBrowser, UNSAFE_RemixContext as RemixContext, Scripts, useMatches } from "@remix-run/react";
import { useContext, useState } from "react";

/*
 * Everything that the product knows of Remix beyond its documented interface; app/lib/remix-addresses.ts has the addresses. It
 * was written against the version that package.json pins, and tests/unit/http/remix-internals.test.tsx compares it with what the
 * installed Remix does. It relies on:
 *
 * 1. `UNSAFE_RemixContext` with `manifest`, `serverHandoffString` and `renderMeta.didRenderScripts`, which makes `<RemixServer>`
 *    write the loaders' data behind the page.
 * 2. What `<Scripts>` hands over to the browser: `window.__remixContext` with its `stream` and `streamController`,
 *    `__remixManifest` with the routes of the page, `__remixRouteModules`, and then the entry module.
 * 3. `RemixBrowser`, called as a function: before its first hook it throws the promise of the loaders' data.
 * 4. The `AbortError` that nobody hears when the page asks for something newer while an answer comes in.
 *
 * React Router 7 replaces this module (docs/decisions/0005-late-scripts.md).
 */

/**
 * Remix's `<Scripts>`, begun only after the page has loaded: on a slow line its downloads would compete with the content. In
 * development the original runs, with its hot reload.
 */
export function DeferredScripts({ nonce }: { nonce: string | undefined }) {
  if (import.meta.env.DEV) return <Scripts nonce={nonce} />;
  return <Lazy nonce={nonce} />;
}

function Lazy({ nonce }: { nonce: string | undefined }) {
  const remix = useContext(RemixContext);
  const matches = useMatches();
  // Rendered once for hydration and never again, like the original's.
  const [code] = useState(() => (typeof document === "undefined" && remix ? startCode(remix, matches) : ""));
  const renderMeta = remix && (remix as { renderMeta?: { didRenderScripts?: boolean } }).renderMeta;
  if (renderMeta) renderMeta.didRenderScripts = true;
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />;
}

type RemixState = NonNullable<React.ContextType<typeof RemixContext>>;

function startCode({ manifest, serverHandoffString }: RemixState, matches: { id: string }[]): string {
  const routes = matches.flatMap(({ id }) => manifest.routes[id] ?? []);
  const partial = { ...manifest, routes: Object.fromEntries(routes.map((route) => [route.id, route])) };
  const modules = routes.map((route) => route.module);
  const preloads = new Set([
    manifest.entry.module,
    ...manifest.entry.imports,
    ...routes.flatMap((r) => r.imports ?? []),
  ]);
  return `window.__remixContext=${serverHandoffString};
__remixContext.stream=new ReadableStream({start(c){__remixContext.streamController=c}}).pipeThrough(new TextEncoderStream());
window.__remixManifest=${escapeScript(JSON.stringify(partial))};
addEventListener("load",()=>{
for(const href of ${JSON.stringify([...preloads])}){const l=document.createElement("link");l.rel="modulepreload";l.href=href;document.head.append(l)}
Promise.all(${JSON.stringify(modules)}.map(m=>import(m))).then(m=>{
window.__remixRouteModules=Object.fromEntries(${JSON.stringify(routes.map((r) => r.id))}.map((id,i)=>[id,m[i]]));
import(${JSON.stringify(manifest.entry.module)})})});`;
}

const escapeScript = (json: string) => json.replaceAll("<", "\\u003c");

/**
 * Waits for what the loaders sent with the page. Remix throws the promise of it from its outermost component, outside any
 * Suspense. An early click makes React draw the page at once, and with nothing to draw in the meantime it gives the page up
 * (its error 345). So the promise is asked for and awaited before the page is taken over.
 */
export async function loaderDataReady(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

/**
 * A request is cut off when the page asks for something newer, and Remix leaves the rest of its answer, of which nothing is needed
 * any more, without anybody to hear that (turbo-stream's `done`). That is no fault.
 */
export function ignoreAbortedAnswers(): void {
  window.addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
  });
}
