import { useLingui } from "@lingui/react";
import { data, redirect } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  Link,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { boardVersion } from "~/features/plan/boards/version.server.ts";
import { RegisterFilters } from "~/features/tools/engine/components/register-filters.tsx";
import { RegisterHead } from "~/features/tools/engine/components/register-head.tsx";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { frameOf } from "~/features/tools/engine/pages.server.ts";
import { FundingTabs } from "~/features/tools/financing/funding/components/funding-tabs.tsx";
import { StageBoard } from "~/features/tools/financing/funding/components/stage-board.tsx";
import type { MoveResult } from "~/features/tools/financing/funding/components/stage-moves.ts";
import { type FundingStage, funding } from "~/features/tools/financing/funding/funding.ts";
import { fundingLabels } from "~/features/tools/financing/funding/labels.ts";
import { justMoved, type MoveAnswer, moveByForm } from "~/features/tools/financing/funding/moving.server.ts";
import { stageColumns } from "~/features/tools/financing/funding/streams.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, safePath } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, url, networks, language, i18n } = visit;
  const filters = readFilters(funding, url.searchParams, networks, dayOf(visit.at));
  return {
    frame: frameOf(visit, funding, filters),
    // Before the columns: what happens in between is heard again rather than missed.
    version: boardVersion(db, funding.board),
    columns: stageColumns(db, filters, visit),
    opened: Number(url.searchParams.get("move")) || null,
    news: justMoved(db, url.searchParams, language),
    title: i18n._(REGISTER_NAMES.funding),
  };
});

/** Moves a stream to another stage. */
export const action = forViewer(async (visit) => {
  const form = await visit.request.formData();
  const move = moveByForm(visit, form) ?? badRequest(visit);
  if (form.has("quick") || move.outcome === "stale")
    return data({ move }, { status: move.outcome === "stale" ? 409 : 200 });
  return redirect(afterMove(move, safePath(form.get("back"), "/funding")));
});

/** A line that drops leaves the columns as they were, with the move at hand to try again. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs): Promise<{ move: MoveResult }> {
  const form = await request.clone().formData();
  try {
    return await serverAction<{ move: MoveAnswer }>();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const wanted = form.get("stage") as FundingStage;
    return {
      move: { outcome: "line-lost", id: Number(form.get("id")), wanted },
    };
  }
}

/** Without a line there is nothing to ask for again: the page stays as it is. */
export function shouldRevalidate(asked: ShouldRevalidateFunctionArgs): boolean {
  return asked.actionResult?.move?.outcome === "line-lost" ? false : alsoOnConflict(asked);
}

export const meta = titled;
export const links = registerStyle;

/** The funding streams in the columns of their stages. */
export default function FundingPage() {
  const { frame, version, columns, opened, news } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { _ } = useLingui();
  const { query, mayAdd, filters, networks, years } = frame;
  const bare = query === "" && columns.every(({ cards }) => cards.length === 0);
  return (
    <main id="content" className="page fund-page" data-board={funding.board} data-register="funding">
      <RegisterHead register={funding} mayAdd={mayAdd} query={query} />
      <FundingTabs view="stages" query={query} />
      <RegisterFilters key={query} register={funding} filters={filters} networks={networks} years={years} />
      {bare ? (
        <p className="empty">
          {_(fundingLabels.none)} {mayAdd && <Link to="/funding/new">{_(fundingLabels.add)}</Link>}
        </p>
      ) : (
        <StageBoard columns={columns} version={version} query={query} opened={opened} news={answer?.move ?? news} />
      )}
    </main>
  );
}

/** Back to the columns as they were, at the card that moved, with what it takes to take the move back. */
function afterMove({ id, version, ...move }: MoveAnswer, back: string): string {
  const [path = "/funding", search = ""] = back.replace(/#.*$/, "").split("?");
  const query = new URLSearchParams(search);
  for (const name of ["move", "moved", "as", "from"]) query.delete(name);
  if (move.outcome === "moved" && path === "/funding") {
    query.set("moved", String(id));
    query.set("as", String(version));
    query.set("from", move.from);
  }
  return `${path}${query.size > 0 ? `?${query}` : ""}#E-${id}`;
}
