import type { z } from "zod";
import { LANGUAGES, type Language } from "~/domain.ts";
import { type Network, networkOptions } from "~/features/core/network-tree.ts";
import type { NetworkEdit } from "./mutations.server.ts";
import type { editNetworkSchema, newNetworkSchema } from "./schemas.ts";

type SubmittedNetwork =
  | Omit<z.output<typeof newNetworkSchema>, "slug">
  | Omit<z.output<typeof editNetworkSchema>, "version">;

/** A form's flat fields as a network's. */
export function networkFiled(filed: SubmittedNetwork): NetworkEdit {
  const { kind, parentId, country, since, variation } = filed;
  const names = Object.fromEntries(LANGUAGES.map((one) => [one, filed[`name.${one}`] || filed.name])) as Record<
    Language,
    string
  >;
  return { kind, parentId, country, since, variation, names };
}

/** A network as its form shows it. */
export function networkValues(network: Network): Record<string, string> {
  const { kind, parentId, country, since, variation, names } = network;
  const name = names.en;
  return {
    name,
    kind,
    parentId: String(parentId ?? ""),
    country: country ?? "",
    since: String(since ?? ""),
    variation: variation ?? "",
    ...Object.fromEntries(LANGUAGES.map((one) => [`name.${one}`, names[one] === name ? "" : names[one]])),
  };
}

/** Under which networks another can stand; the one under which it stands already among them. */
export function parentChoices(networks: readonly Network[], language: Language, parentId: number | null = null) {
  return networkOptions(networks, language, [parentId]).filter(({ kind }) => kind !== "organisation");
}
