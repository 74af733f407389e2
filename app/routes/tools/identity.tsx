import { Trans } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { TakeIt } from "~/features/tools/communication/identity/components/take-it.tsx";
import { identity } from "~/features/tools/communication/identity/identity.ts";
import { currentVersions } from "~/features/tools/communication/identity/queries.server.ts";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const list = listOf(visit, identity);
  return {
    list,
    current: currentVersions(
      visit.db,
      list.entries.map(({ id }) => id),
    ),
    title: visit.i18n._(REGISTER_NAMES.identity),
  };
});

export const meta = titled;
export const links = registerStyle;

/** The logo's variations and the charter's rules, each with its current version to take. */
export default function IdentityPage() {
  const { list, current } = useLoaderData<typeof loader>();
  return (
    <RegisterPage
      register={identity}
      list={list}
      aside={(entry) => {
        const version = current[entry.id];
        if (version) return <TakeIt entry={entry} version={version} current />;
        return (
          <p className="no-version">
            <Trans>no file yet</Trans>
          </p>
        );
      }}
    />
  );
}
