import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { KeyboardHelp } from "~/features/core/search/components/keyboard-help.tsx";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";

export const loader = forViewer(({ i18n }) => ({ title: i18n._(msg`Keyboard`) }));

export const meta = titled;

/** All that the keyboard can do, for who comes by the menu: the same as `?` shows over a page. */
export default function KeyboardPage() {
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>What the keyboard can do</Trans>
      </h1>
      <p className="lead">
        <Trans>Everything can also be done without these keys, by links, buttons and forms.</Trans>
      </p>
      <KeyboardHelp />
    </main>
  );
}
