import type { Language, NetworkKind } from "~/domain.ts";
import { fitsKind } from "./register.ts";

/** A network as a list of choices offers it. */
interface Listed {
  kind: NetworkKind;
  name: string;
  depth: number;
}

/** The networks that a field can name: the whole tree, or those of its kinds alone by the alphabet. */
export function listedNetworks<N extends Listed>(
  field: { kinds?: readonly NetworkKind[] | undefined },
  tree: readonly N[],
  language: Language,
): readonly N[] {
  if (!field.kinds) return tree;
  return tree
    .filter((one) => fitsKind(field, one))
    .map((one) => ({ ...one, depth: 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
