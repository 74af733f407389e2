import { useLingui as useLabels } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { REGISTERS } from "~/domain.ts";
import { useLabels as usePlanWords } from "~/ui/labels.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { TableFiles } from "~/ui/table-files.tsx";
import { labelsFor } from "../all-labels.ts";
import type { Register } from "../register.ts";

interface RegisterHeadProps {
  register: Register;
  mayAdd: boolean;
  /** The filters as the address has them. */
  query: string;
  /** Further ways beside the button that enters something. */
  ways?: ReactNode;
}

/** A register's name and purpose, its neighbours beside the same board, and the ways to enter and to take away. */
export function RegisterHead({ register, mayAdd, query, ways }: RegisterHeadProps) {
  const { _ } = useLabels();
  const labels = labelsFor(register);
  const { t } = useLingui();
  const board = usePlanWords().board(register.board);
  return (
    <>
      <p className="crumbs">
        <Link to={`/boards/${register.board}`}>{board}</Link>
      </p>
      <header className="page-head">
        <div>
          <h1>{_(REGISTER_NAMES[register.name])}</h1>
          <p>{_(labels.purpose)}</p>
        </div>
        <p className="buttons">
          {mayAdd && (
            <Link className="button solid" to={`/${register.name}/new`}>
              {_(labels.add)}
            </Link>
          )}
          {ways}
          <TableFiles path={`/${register.name}/entries`} query={query}>
            <Trans>Download this list</Trans>
          </TableFiles>
        </p>
      </header>
      <nav className="shows" aria-label={t`Tools of the board ${board}`}>
        {REGISTERS[register.board].map((name) => (
          <Link key={name} to={`/${name}`} aria-current={name === register.name ? "page" : undefined}>
            {_(REGISTER_NAMES[name])}
          </Link>
        ))}
      </nav>
    </>
  );
}
