import { useLoaderData } from "@remix-run/react";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { NewestContexts } from "~/features/tools/lobbying/contexts/components/newest-contexts.tsx";
import { contexts } from "~/features/tools/lobbying/contexts/contexts.ts";
import { newestOfEach } from "~/features/tools/lobbying/contexts/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => ({
  list: listOf(visit, contexts),
  each: newestOfEach(visit),
  title: visit.i18n._(REGISTER_NAMES.contexts),
}));

export const meta = titled;
export const links = registerStyle;

/** The context analyses: the newest of each continent first, then all of them. */
export default function ContextsPage() {
  const { list, each } = useLoaderData<typeof loader>();
  const bare = list.query === "" && list.page === 1;
  return <RegisterPage register={contexts} list={list} picture={bare && <NewestContexts each={each} />} />;
}
