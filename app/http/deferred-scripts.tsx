import { UNSAFE_RemixContext as RemixContext, Scripts, useMatches } from "@remix-run/react";
import { useContext, useState } from "react";

/**
 * Remix's `<Scripts>`, begun only after the page has loaded: on a slow line its downloads would compete with the content
 * (docs/decisions/0005-late-scripts.md). In development the original runs, with its hot reload.
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
