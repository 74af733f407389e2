import { Plural } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { offers } from "~/features/tools/learning/offers/offers.ts";
import { fittingCounts } from "~/features/tools/learning/offers/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { db, language, at } = visit;
  const list = listOf(visit, offers);
  const ids = list.entries.map(({ id }) => id);
  return {
    list,
    fitting: fittingCounts(db, ids, language, dayOf(at)),
    title: visit.i18n._(REGISTER_NAMES.offers),
  };
});

export const meta = titled;
export const links = registerStyle;

/** What networks offer and ask for, with how many fit with each. */
export default function OffersPage() {
  const { list, fitting } = useLoaderData<typeof loader>();
  return (
    <RegisterPage
      register={offers}
      list={list}
      aside={({ id, removed }) => {
        const count = fitting[id] ?? 0;
        return (
          count > 0 &&
          !removed && (
            <Link className="offer-fits" to={`/offers/${id}#fitting`}>
              <Plural value={count} one="# fits with it" other="# fit with it" />
            </Link>
          )
        );
      }}
    />
  );
}
