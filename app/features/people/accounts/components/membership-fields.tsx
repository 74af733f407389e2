import { Trans, useLingui } from "@lingui/react/macro";
import { BOARDS, type Role } from "~/domain.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";

interface MembershipFieldsProps {
  roles: readonly Role[];
  networks: { id: number; name: string; depth: number }[];
  values: Record<string, string | string[] | undefined>;
  problems: Record<string, ProblemCode>;
}

/** In which role somebody is here, for which network, and which boards they coordinate. */
export function MembershipFields({ roles, networks, values, problems }: MembershipFieldsProps) {
  const { t } = useLingui();
  const labels = useLabels();
  return (
    <>
      <div className="two">
        <Field name="role" label={<Trans>Role</Trans>} problem={problems.role}>
          {(control) => (
            <Select
              {...control}
              value={String(values.role ?? "member")}
              options={roles.map((role): Option => [role, labels.role(role)])}
            />
          )}
        </Field>
        <Field name="networkId" label={<Trans>Network</Trans>} problem={problems.networkId}>
          {(control) => (
            <Select
              {...control}
              value={String(values.networkId ?? "")}
              options={[
                ...(networks.length > 1 && !values.networkId ? [["", t`Choose a network`] as Option] : []),
                ...networks.map(({ id, name, depth }): Option => [String(id), indented(depth, name)]),
              ]}
            />
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
                <span>{labels.board(board)}</span>
              </label>
            ))}
          </Choices>
        </div>
      )}
    </>
  );
}
