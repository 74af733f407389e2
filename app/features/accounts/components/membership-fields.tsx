import { Trans, useLingui } from "@lingui/react/macro";
import { Choices, Field } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { useWords } from "~/ui/words.ts";
import { BOARDS, type Role } from "~/words.ts";

interface MembershipFieldsProps {
  roles: readonly Role[];
  networks: { id: number; name: string; depth: number }[];
  values: Record<string, string | string[] | undefined>;
  problems: Record<string, ProblemCode>;
}

/** In which role somebody is here, for which network, and which boards they coordinate. */
export function MembershipFields({ roles, networks, values, problems }: MembershipFieldsProps) {
  const { t } = useLingui();
  const words = useWords();
  return (
    <>
      <div className="two">
        <Field name="role" label={<Trans>Role</Trans>} problem={problems.role}>
          {(control) => (
            <select {...control} className="select" defaultValue={String(values.role ?? "member")}>
              {roles.map((role) => (
                <option key={role} value={role}>
                  {words.role(role)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="networkId" label={<Trans>Network</Trans>} problem={problems.networkId}>
          {(control) => (
            <select {...control} className="select" defaultValue={String(values.networkId ?? "")}>
              {networks.length > 1 && !values.networkId && <option value="">{t`Choose a network`}</option>}
              {networks.map(({ id, name, depth }) => (
                <option key={id} value={id}>
                  {"\u2003".repeat(depth)}
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {roles.includes("coordinator") && (
        <div className="for-coordinators">
          <Choices
            legend={<Trans>Boards</Trans>}
            hint={<Trans>For a coordinator: the boards that they coordinate.</Trans>}
            problem={problems.boards}
          >
            {BOARDS.map((board) => (
              <label key={board}>
                <input
                  type="checkbox"
                  name="boards"
                  value={board}
                  defaultChecked={[values.boards].flat().includes(board)}
                />
                <span>{words.board(board)}</span>
              </label>
            ))}
          </Choices>
        </div>
      )}
    </>
  );
}
