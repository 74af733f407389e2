import { useLingui as useWords } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { type Board, REGISTERS } from "~/words.ts";

/** The ways from a board to its own tools. */
export function RegisterLinks({ board }: { board: Board }) {
  const { _ } = useWords();
  const { t } = useLingui();
  if (REGISTERS[board].length === 0) return null;
  return (
    <nav className="register-links" aria-label={t`Tools of this board`}>
      {REGISTERS[board].map((name) => (
        <Link key={name} to={`/${name}`}>
          {_(REGISTER_NAMES[name])}
        </Link>
      ))}
    </nav>
  );
}
