import type { z } from "zod";
import { LANGUAGES, type Language } from "~/words.ts";
import type { NetworkEdit } from "./mutations.server.ts";
import type { editNetworkSchema, newNetworkSchema } from "./schemas.ts";
import { type Network, namedInTreeOrder } from "./tree.ts";

type Filed = Omit<z.output<typeof newNetworkSchema>, "slug"> | Omit<z.output<typeof editNetworkSchema>, "version">;

/** A form's flat fields as a network's. */
export function networkFiled(filed: Filed): NetworkEdit {
  const { kind, parentId, country, since, variation } = filed;
  const names = Object.fromEntries(LANGUAGES.map((one) => [one, filed[`name.${one}`]])) as Record<Language, string>;
  return { kind, parentId, country, since, variation, names };
}

/** A network as its form shows it. */
export function networkValues(network: Network): Record<string, string> {
  const { kind, parentId, country, since, variation, names } = network;
  return {
    kind,
    parentId: String(parentId ?? ""),
    country: country ?? "",
    since: String(since ?? ""),
    variation: variation ?? "",
    ...Object.fromEntries(LANGUAGES.map((one) => [`name.${one}`, names[one]])),
  };
}

/** Under which networks another can stand. */
export function parentChoices(networks: readonly Network[], language: Language) {
  return namedInTreeOrder(networks, language).filter(({ kind }) => kind !== "organisation");
}
