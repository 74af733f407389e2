import type { Language, NetworkKind } from "~/domain.ts";

export interface Network {
  id: number;
  slug: string;
  kind: NetworkKind;
  parentId: number | null;
  names: Record<Language, string>;
  country: string | null;
  variation: string | null;
  since: number | null;
  version: number;
  /** The day on which it ended; null or absent while it works. */
  closedOn?: string | null;
  closedWhy?: string | null;
}

/**
 * The networks that a form or a filter can offer: those that work, and the closed ones that are chosen already.
 *
 * @param chosen the ids or the addresses of what is chosen
 */
export function openNetworks<N extends Pick<Network, "id" | "closedOn"> & { slug?: string }>(
  networks: readonly N[],
  chosen: readonly (number | string | null | undefined)[] = [],
): N[] {
  return networks.filter(({ id, slug, closedOn }) => !closedOn || chosen.includes(id) || chosen.includes(slug ?? null));
}

/** The networks that can be chosen (`openNetworks`), as a list names them: in tree order, in the reader's language. */
export function networkOptions(
  networks: readonly Network[],
  language: Language,
  chosen: readonly (number | string | null | undefined)[] = [],
) {
  const open = new Set(openNetworks(networks, chosen).map(({ id }) => id));
  return namedInTreeOrder(networks, language).filter(({ id }) => open.has(id));
}

/** A network's id and those of every network below it. */
export function descendantsOf(networks: readonly Pick<Network, "id" | "parentId">[], id: number): Set<number> {
  const branch = new Set([id]);
  // The tree is at most four levels deep; going over the list until nothing is added needs no index.
  for (let size = 0; size !== branch.size; ) {
    size = branch.size;
    for (const network of networks) if (network.parentId && branch.has(network.parentId)) branch.add(network.id);
  }
  return branch;
}

/** From a network up to the root: itself first. */
export function ancestorsOf<N extends Pick<Network, "id" | "parentId">>(networks: readonly N[], id: number): N[] {
  const line: N[] = [];
  for (let at = networks.find((one) => one.id === id); at; at = networks.find((one) => one.id === at?.parentId)) {
    line.push(at);
  }
  return line;
}

/** What the wordmark adds for a viewer of this network: the variation of the nearest network that has one. */
export function variationFor(networks: readonly Network[], id: number): string | null {
  return ancestorsOf(networks, id).find((network) => network.variation)?.variation ?? null;
}

/** Making a collator costs more than sorting the whole tree with it. */
const collators = new Map<Language, Intl.Collator>();

function collatorOf(language: Language): Intl.Collator {
  const collator = collators.get(language) ?? new Intl.Collator(language);
  collators.set(language, collator);
  return collator;
}

/** Depth first from the root, children by name in the reader's language: the order in which people read the tree. */
export function inTreeOrder<N extends Network>(networks: readonly N[], language: Language): (N & { depth: number })[] {
  const byName = collatorOf(language).compare;
  const below = (parent: number | null, depth: number): (N & { depth: number })[] =>
    networks
      .filter((network) => network.parentId === parent)
      .sort((a, b) => byName(a.names[language], b.names[language]))
      .flatMap((network) => [{ ...network, depth }, ...below(network.id, depth + 1)]);
  return below(null, 0);
}

/** The tree as a list of choices: in tree order, named in the reader's language, with its depth to be set in by. */
export function namedInTreeOrder(networks: readonly Network[], language: Language) {
  return inTreeOrder(networks, language).map(({ id, slug, kind, names, depth }) => ({
    id,
    slug,
    kind,
    depth,
    name: names[language],
  }));
}
