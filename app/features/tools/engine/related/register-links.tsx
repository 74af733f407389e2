import { useLingui as useLabels } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { type Board, REGISTERS, type RegisterName } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";

interface RegisterLinksProps {
  board: Board;
  /** How many entries each holds, where that is said beside it. */
  held?: Partial<Record<RegisterName, number>>;
}

/** The ways from a board to its own tools. */
export function RegisterLinks({ board, held }: RegisterLinksProps) {
  const { _ } = useLabels();
  const { t } = useLingui();
  const format = useFormat();
  return (
    <nav className="register-links" aria-label={t`Tools of this board`}>
      {REGISTERS[board].map((name) => (
        <Link key={name} to={`/${name}`}>
          {_(REGISTER_NAMES[name])}
          {held && <small>{format.number(held[name] ?? 0)}</small>}
        </Link>
      ))}
    </nav>
  );
}
