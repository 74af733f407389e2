import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { BOARDS, isOneOf } from "~/domain.ts";
import { WithoutCheckInList } from "~/features/plan/key-results/components/without-check-in-list.tsx";
import { actionsWithoutCheckIn } from "~/features/plan/key-results/without-check-in.server.ts";
import { WITHOUT_CHECK_IN_DAYS } from "~/features/plan/key-results/without-check-in.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { pageAddress } from "~/lib/remix-addresses.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";
import { Select } from "~/ui/select.tsx";

export const loader = forViewer((visit) => {
  const { db, url, language, networks, i18n } = visit;
  const asked = url.searchParams.get("board");
  const board = isOneOf(BOARDS, asked) ? asked : null;
  const mine = url.searchParams.has("mine");
  const withoutCheckIn = actionsWithoutCheckIn(db, visit, { board, mine }, pageFrom(url.searchParams));
  const leads = new Set(withoutCheckIn.actions.map(({ lead }) => lead));
  const named = networks.filter(({ id }) => leads.has(id)).map(({ id, names }) => [id, names[language]]);
  return {
    ...withoutCheckIn,
    board,
    mine,
    leads: Object.fromEntries(named) as Record<number, string>,
    here: pageAddress(url),
    title: i18n._(msg({ message: "Check-ins", context: "several of them" })),
  };
});

export const meta = titled;

/** The weekly list: what is in hand, and of which nothing has been heard for `WITHOUT_CHECK_IN_DAYS`. */
export default function CheckInsPage() {
  const { actions, leads, board, mine, page, pages, total, here } = useLoaderData<typeof loader>();
  const { t } = useLingui();
  const labels = useLabels();
  const days = WITHOUT_CHECK_IN_DAYS;
  return (
    <main id="content" className="page narrow">
      <header className="page-head">
        <div>
          <h1>
            <Trans context="several of them">Check-ins</Trans>
          </h1>
          <p>
            <Trans>
              Actions that are under way or under review for {days} days at least, and without a check-in in these days.
              Yours come first.
            </Trans>
          </p>
        </div>
      </header>
      <Form className="buttons filter-one" key={`${board} ${mine}`}>
        <Field name="board" label={<Trans>Board</Trans>}>
          {(control) => (
            <Select
              {...control}
              value={board ?? ""}
              options={[["", t`All boards`], ...BOARDS.map((one) => [one, labels.board(one)] as const)]}
            />
          )}
        </Field>
        <label className="check">
          <input type="checkbox" name="mine" value="1" defaultChecked={mine} /> <Trans>Only mine</Trans>
        </label>
        <button className="button">
          <Trans>Show</Trans>
        </button>
      </Form>
      {total === 0 ? (
        <p className="empty">
          <Trans>
            Nothing here waits for a check-in: every action in hand was begun or checked in on in the last {days} days.
          </Trans>
        </p>
      ) : (
        <section className="section">
          <h2>
            <Plural value={total} one="# action" other="# actions" />
          </h2>
          <WithoutCheckInList actions={actions} leads={leads} back={here} />
          <Pages page={page} pages={pages} />
        </section>
      )}
    </main>
  );
}
