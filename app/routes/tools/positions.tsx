import { useLoaderData } from "@remix-run/react";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { EndorsedLine } from "~/features/tools/lobbying/positions/components/endorsed-line.tsx";
import { positions } from "~/features/tools/lobbying/positions/positions.ts";
import { endorsedOf } from "~/features/tools/lobbying/positions/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { db, networks, language } = visit;
  const list = listOf(visit, positions);
  const ids = list.entries.map(({ id }) => id);
  return {
    list,
    endorsed: endorsedOf(db, networks, ids, language),
    title: visit.i18n._(REGISTER_NAMES.positions),
  };
});

export const meta = titled;
export const links = registerStyle;

/** The positions, with how far each is endorsed. */
export default function PositionsPage() {
  const { list, endorsed } = useLoaderData<typeof loader>();
  return (
    <RegisterPage
      register={positions}
      list={list}
      aside={({ id }) => {
        const of = endorsed[id];
        return (
          of && (
            <p className="endorsed-count">
              <EndorsedLine endorsed={of} />
            </p>
          )
        );
      }}
    />
  );
}
