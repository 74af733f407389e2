import { Trans, useLingui } from "@lingui/react/macro";
import { useSearchParams } from "@remix-run/react";
import { boardSearch } from "~/features/plan/boards/filters.ts";
import { Form } from "~/ui/form.tsx";
import { QueryFields } from "~/ui/hidden-field.tsx";
import { COLUMN_NAMES, GROUPS, type TableState } from "../table-state.ts";
import { GROUP_NAMES, SORT_NAMES } from "./names.ts";

const OWN = ["columns", "group", "page"];

/** Which columns, and by what the rows are grouped: a plain form whose answer is a URL. */
export function TableTools({ state }: { state: TableState }) {
  const { t, i18n } = useLingui();
  const [query] = useSearchParams();
  const kept = [...new URLSearchParams(boardSearch(query))].filter(([name]) => !OWN.includes(name));
  return (
    <details className="table-tools" data-menu>
      <summary className="button">
        <Trans>Columns and groups</Trans>
      </summary>
      <Form key={JSON.stringify(state)} className="form" preventScrollReset>
        <QueryFields query={kept} />
        {/* So that an address without a single column says so. */}
        <QueryFields query={[["columns", ""]]} />
        <fieldset className="field">
          <legend>
            <Trans>Columns</Trans>
          </legend>
          <div className="choices">
            {COLUMN_NAMES.map((name) => (
              <label key={name}>
                <input type="checkbox" name="columns" value={name} defaultChecked={state.columns.includes(name)} />
                {i18n._(SORT_NAMES[name])}
              </label>
            ))}
          </div>
        </fieldset>
        <label className="field">
          <b>
            <Trans>Grouped by</Trans>
          </b>
          <select className="select" name="group" defaultValue={state.group ?? ""}>
            <option value="">{t`Nothing`}</option>
            {GROUPS.map((group) => (
              <option key={group} value={group}>
                {i18n._(GROUP_NAMES[group])}
              </option>
            ))}
          </select>
        </label>
        <button className="button solid">
          <Trans>Show</Trans>
        </button>
      </Form>
    </details>
  );
}
