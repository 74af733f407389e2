import { useLoaderData } from "@remix-run/react";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { NextMilestone } from "~/features/tools/lobbying/windows/components/next-milestone.tsx";
import { nextMilestones } from "~/features/tools/lobbying/windows/queries.server.ts";
import { windows } from "~/features/tools/lobbying/windows/windows.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { db, language, at } = visit;
  const list = listOf(visit, windows);
  return {
    list,
    next: nextMilestones(db, list.entries, language, at),
    title: visit.i18n._(REGISTER_NAMES.windows),
  };
});

export const meta = titled;
export const links = registerStyle;

/** The meetings of others by their days, with what comes next before each; past ones apart. */
export default function WindowsPage() {
  const { list, next } = useLoaderData<typeof loader>();
  return (
    <RegisterPage
      register={windows}
      list={list}
      aside={({ id }) => {
        const of = next[id];
        return of && !list.filters.past && <NextMilestone {...of} />;
      }}
    />
  );
}
