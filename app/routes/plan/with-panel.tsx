import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData, useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { refOf, withPanel } from "~/features/plan/panel/address.ts";
import { loadPanel } from "~/features/plan/panel/panel.server.ts";
import { forViewer } from "~/http/visit.server.ts";
import { lazyComponent, useLazy } from "~/ui/lazy.ts";
import { unlessLineLost } from "~/ui/lost-line.ts";

// Whoever opens no action beside the list never downloads it.
const panel = lazyComponent(".action-panel", () =>
  import("~/features/plan/panel/components/load-panel.ts").then(({ loadActionPanel }) => loadActionPanel()),
);

export const loader = forViewer((visit) => ({ panel: loadPanel(visit) }));

/** Without a line there is nothing to ask for again. */
export function shouldRevalidate(asked: ShouldRevalidateFunctionArgs): boolean {
  return asked.actionResult?.move?.outcome === "line-lost" ? false : unlessLineLost(asked);
}

/** A list of actions with one of them open beside it (docs/decisions/0039-side-panel.md). */
export default function WithPanel() {
  const { panel: shown } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const go = useRef(navigate);
  go.current = navigate;
  const Panel = useLazy(panel, shown !== null, () => shown && location.assign(`/actions/${shown.ref}`));

  useEffect(() => {
    // Before React's own listeners, which lie on the document; after a drag has taken its click away.
    const root = document.documentElement;
    const open = (event: MouseEvent) => {
      const { target, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
      if (defaultPrevented || metaKey || ctrlKey || shiftKey || altKey) return;
      const link = (target as Element).closest<HTMLAnchorElement>("main a, .action-panel a:not([data-page])");
      const ref = link && !link.search && !link.hash ? refOf(link.pathname) : null;
      if (!ref) return;
      event.preventDefault();
      go.current(withPanel(location.search, ref), { preventScrollReset: true, state: { opened: true } });
    };
    root.addEventListener("click", open);
    return () => root.removeEventListener("click", open);
  }, []);

  return (
    <>
      <Outlet />
      {shown && Panel && <Panel panel={shown} />}
    </>
  );
}
