import { eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type EVALUATION_ACCOUNTS, ensureEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { openDatabase } from "~db/connection.ts";
import { networks, people } from "~db/schema.ts";
import { seed } from "~seed/load.ts";

/** Two member organisations of Guatemala, each with somebody who tries the tool for it. */
const ORGANISATIONS = ["organisation-a", "organisation-b"] as const;

/**
 * The Geneva planning, with two member organisations in Guatemala: the accounts of the members for trying belong to them,
 * and everyone reads in a language of their own. Nothing of it is in the seed, which invents no organisations.
 */
export function withOrganisationsOfGuatemala(databaseFile: string): void {
  const db = openDatabase(databaseFile);
  const now = new Date();
  seed(db, now);
  ensureEvaluationAccounts(db, now);
  const guatemala = allNetworks(db).find(({ slug }) => slug === "guatemala");
  if (!guatemala) throw new Error("The seed has no Guatemala.");
  const [first, second] = ORGANISATIONS.map((slug) => {
    const name = `Organisation ${slug.at(-1)?.toUpperCase()}`;
    const names = { nl: name, fr: name, es: name, en: name };
    return db
      .insert(networks)
      .values({ slug, kind: "organisation", parentId: guatemala.id, names, country: "gt" })
      .returning({ id: networks.id })
      .get().id;
  });
  const settle = (id: string, home: number | undefined, language: Language) =>
    db
      .update(people)
      .set({ language, ...(home && { networkId: home }) })
      .where(eq(people.id, id))
      .run();
  settle("eval-member-guatemala", first, "es");
  settle("eval-member-nepal", second, "en");
  settle("eval-coordinator-west-africa", undefined, "fr");
  db.$client.close();
}

/** The mail address of an account for trying. */
export function addressOf(account: (typeof EVALUATION_ACCOUNTS)[number]["id"]): string {
  return `${account.replace("eval-", "")}@evaluation.invalid`;
}
