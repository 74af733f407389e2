import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parseForm } from "~/features/core/forms.server.ts";
import { KeyboardHelp } from "~/features/core/keyboard/components/keyboard-help.tsx";
import { chooseSingleKeys } from "~/features/people/accounts/mutations.server.ts";
import { singleKeysSchema } from "~/features/people/accounts/schemas.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer } from "~/http/visit.server.ts";
import { Form } from "~/ui/form.tsx";

export const loader = forViewer(({ i18n, viewer }) => ({
  singleKeys: viewer.singleKeys ?? true,
  title: i18n._(msg`Keyboard`),
}));

/** Switches the keys of one letter on or off for the viewer. */
export const action = forViewer(async (visit) => {
  const parsed = parseForm(singleKeysSchema, await visit.request.formData());
  if (!parsed.ok) return badRequest(visit);
  chooseSingleKeys(visit.db, visit.viewer, parsed.value.singleKeys === "on");
  return redirect("/keyboard");
});

export const meta = titled;

/** All that the keyboard can do, for who comes by the menu: `?` shows over a page what works there. */
export default function KeyboardPage() {
  const { singleKeys } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>What the keyboard can do</Trans>
      </h1>
      <p className="lead">
        <Trans>Everything can also be done without these keys, by links, buttons and forms.</Trans>
      </p>
      <Form method="post" className="section">
        <p>
          {singleKeys ? (
            <Trans>Keys of one letter or sign work for you.</Trans>
          ) : (
            <Trans>Keys of one letter or sign are switched off for you.</Trans>
          )}{" "}
          <Trans>Switch them off if they get in the way of a voice control or another aid.</Trans>
        </p>
        <p className="buttons">
          <button className="button" name="singleKeys" value={singleKeys ? "off" : "on"}>
            {singleKeys ? <Trans>Switch them off</Trans> : <Trans>Switch them on</Trans>}
          </button>
        </p>
      </Form>
      <KeyboardHelp />
    </main>
  );
}
