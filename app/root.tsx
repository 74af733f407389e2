import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { config } from "~/config.server.ts";
import { Shortcuts } from "~/features/core/keyboard/components/shortcuts.tsx";
import { variationFor } from "~/features/core/network-tree.ts";
import { unreadAt } from "~/features/core/notifications/queries.server.ts";
import { maySeePeople, maySuggest } from "~/features/core/policy.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { useDocumentFrame } from "~/http/document.ts";
import { DeferredScripts } from "~/http/remix-internals.tsx";
import { forAnyone } from "~/http/visit.server.ts";
import { isFailure } from "~/ui/failure.ts";
import { FormKeys } from "~/ui/form.tsx";
import { Frame } from "~/ui/frame.tsx";
import type { FrameData } from "~/ui/frame-data.ts";
import { lazyComponent, useLazy } from "~/ui/lazy.ts";
import { ZoneProvider, ZoneReport } from "~/ui/time-zone.tsx";
import { useTypedText } from "~/ui/use-typed-text.ts";

export const loader = forAnyone((visit): FrameData => {
  const { db, networks, viewer, language, timeZone, url, at } = visit;
  return {
    language,
    timeZone,
    evaluation: config().evaluation,
    viewer: viewer && {
      id: viewer.id,
      name: viewer.name,
      role: viewer.role,
      variation: variationFor(networks, viewer.networkId),
      seesPeople: maySeePeople(viewer),
      suggests: maySuggest(viewer),
      singleKeys: viewer.singleKeys ?? true,
      unread: unreadAt(db, viewer, url.pathname, at),
    },
    givenBack: loadFormDraft(visit) !== null,
  };
});

/** The frame changes with the person and what they are told: one's own move does not ask for it again. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  const { formAction, formMethod, nextUrl, defaultShouldRevalidate } = args;
  // Sent to sign in: whom the frame names has gone.
  if (nextUrl.pathname === "/sign-in") return true;
  const moves = formMethod === "POST" && /^\/(actions|boards)\//.test(formAction ?? "");
  return moves ? false : defaultShouldRevalidate;
}

/** An error's own headers, such as when to try again; a page's are set where the document is made (entry.server.tsx). */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers();

export const meta: MetaFunction = () => [{ title: "INSP!R" }];

export function Layout({ children }: { children: ReactNode }) {
  const frame = useDocumentFrame();
  const data = useRouteLoaderData<typeof loader>("root");
  // In the browser the document is already in its language; without the loader's answer it keeps what the server wrote.
  const language = data?.language ?? frame?.language ?? globalThis.document?.documentElement.lang;
  return (
    <html lang={language} data-keys={data?.viewer?.singleKeys === false ? "off" : undefined} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {frame && <meta name="form-key" content={frame.formKey} />}
        <Meta />
        <Links />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <style
          nonce={frame?.nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: frame?.stylesheet ?? "" }}
        />
      </head>
      <body>
        <ZoneProvider value={data?.timeZone ?? null}>
          <FormKeys documentKey={frame?.formKey ?? ""}>{children}</FormKeys>
        </ZoneProvider>
        <ScrollRestoration nonce={frame?.nonce} />
        <DeferredScripts nonce={frame?.nonce} />
      </body>
    </html>
  );
}

const shortcuts = () => import("~/shortcuts.tsx").then(({ AllShortcuts }) => AllShortcuts);

export default function Root() {
  const data = useRouteLoaderData<typeof loader>("root");
  useTypedText(data?.viewer?.id ?? "");
  return (
    <Frame data={data}>
      <Outlet />
      {data?.viewer && <Shortcuts viewer={data.viewer} load={shortcuts} />}
      {data && <ZoneReport zone={data.timeZone} signedIn={data.viewer !== null} />}
    </Frame>
  );
}

// Its many texts are seldom read. Without a line the server's own page is tried for.
const errorScreen = lazyComponent("main[data-failure]", () =>
  import("~/ui/error-screen.tsx").then(({ ErrorScreen }) => ErrorScreen),
);

export function ErrorBoundary() {
  const Screen = useLazy(errorScreen, true, () => location.reload());
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const frame = useDocumentFrame();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const failure = isRouteErrorResponse(error) && isFailure(error.data) ? error.data : null;
  return (
    <Frame data={data}>
      {Screen && (
        <Screen
          status={status}
          reason={failure?.reason}
          minutes={failure?.minutes}
          back={failure?.back}
          requestId={failure?.requestId ?? frame?.requestId}
        />
      )}
    </Frame>
  );
}
