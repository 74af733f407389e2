import { and, eq, sql } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { ancestorsOf, type Network } from "~/features/core/network-tree.ts";
import { suggestionSubject } from "~/features/core/notifications/notice.ts";
import { add, notify } from "~/features/core/notifications/notify.server.ts";
import { isUnanswered, maySuggest, maySupport, type Suggested, type Viewer } from "~/features/core/policy.ts";
import type { Database } from "~db/connection.ts";
import { suggestions, supports } from "~db/schema/suggestions.ts";
import { allow, loadSuggestion, subject } from "./mutations.server.ts";

/** Whose voice a viewer's support is: one for each member organisation, and their own for who belongs to none. */
export interface VoiceOf {
  key: string;
  organisationId: number | null;
  /** The national or continental network under which it is counted. */
  originId: number | null;
}

export function voiceOf(viewer: Pick<Viewer, "id" | "networkId">, networks: readonly Network[]): VoiceOf {
  const line = ancestorsOf(networks, viewer.networkId);
  const organisation = line[0]?.kind === "organisation" ? line[0] : null;
  const origin = line.find(({ kind }) => kind === "national" || kind === "continental");
  return {
    key: organisation ? `o${organisation.id}` : `p${viewer.id}`,
    organisationId: organisation?.id ?? null,
    originId: origin?.id ?? null,
  };
}

export type Supported = "given" | "already-given" | "taken-back" | "not-given";

/**
 * Gives a voice. A second one of the same organisation changes nothing.
 *
 * @throws Refusal 404 for an unknown suggestion; 403 for observers and its author, 409 once it is answered
 */
export function support(
  db: Database,
  by: By,
  viewer: Viewer,
  networks: readonly Network[],
  suggestionId: number,
): Supported {
  return change(db, by, (tx, record): Supported => {
    const row = loadSuggestion(tx, suggestionId);
    allow(row, (one) => maySupport(viewer, one), `${viewer.id} may not support suggestion ${suggestionId}`);
    const { key, organisationId, originId } = voiceOf(viewer, networks);
    const given = tx
      .insert(supports)
      .values({ suggestionId, personId: viewer.id, organisationId, originId, voiceOf: key, at: by.at })
      .onConflictDoNothing()
      .returning({ id: supports.id })
      .get();
    if (!given) return "already-given";
    recount(tx, row.countsForId ?? row.id);
    const event = record({
      kind: "suggestion.supported",
      ...subject(row),
      before: null,
      after: { organisationId, originId },
    });
    notify(tx, by, event, suggestionSubject(row.id), add(new Map(), [row.authorId], "author"));
    return "given";
  });
}

/**
 * Takes a voice back, on the suggestion itself or on one that was merged into it, as long as it is not answered.
 *
 * @throws Refusal 404 for an unknown suggestion; 403 for observers, 409 once it is answered
 */
export function withdrawSupport(
  db: Database,
  by: By,
  viewer: Viewer,
  networks: readonly Network[],
  suggestionId: number,
): Supported {
  return change(db, by, (tx, record): Supported => {
    const row = loadSuggestion(tx, suggestionId);
    const remaining = loadSuggestion(tx, row.countsForId ?? row.id);
    const mayWithdraw = (one: Suggested) => maySuggest(viewer) && isUnanswered(one);
    allow(remaining, mayWithdraw, `${viewer.id} may not take back support of suggestion ${suggestionId}`);
    const { key } = voiceOf(viewer, networks);
    const gone = tx
      .delete(supports)
      .where(
        and(
          eq(supports.voiceOf, key),
          sql`${supports.suggestionId} in (select id from ${suggestions} where counts_for_id = ${remaining.id})`,
        ),
      )
      .returning()
      .all();
    if (gone.length === 0) return "not-given";
    recount(tx, remaining.id);
    for (const { suggestionId: from, organisationId, originId } of gone) {
      record({
        kind: "suggestion.unsupported",
        ...subject({ ...row, id: from }),
        before: { organisationId, originId },
        after: null,
      });
    }
    return "taken-back";
  });
}

/**
 * Counts the voices of a suggestion and of all that was merged into it: each voice once, national and continental origin
 * apart. The one place that writes these counts.
 */
export function recount(tx: Transaction, suggestionId: number): void {
  const voices = (kind: string) => sql<number>`(
    select count(distinct voice_of) from supports
    join suggestions as counted on counted.id = supports.suggestion_id
    left join networks on networks.id = supports.origin_id
    where counted.counts_for_id = ${suggestionId} and coalesce(networks.kind, 'international') = ${kind})`;
  tx.update(suggestions)
    .set({
      nationalVoices: voices("national"),
      continentalVoices: voices("continental"),
      otherVoices: voices("international"),
    })
    .where(eq(suggestions.id, suggestionId))
    .run();
}
