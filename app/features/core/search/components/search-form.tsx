import { Trans, useLingui } from "@lingui/react/macro";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { SearchKind } from "../kinds.ts";

/** The search of the page: a plain form whose answer is an address. */
export function SearchForm({ q, kind }: { q: string; kind: SearchKind | null }) {
  const { t } = useLingui();
  return (
    <Form action="/search" role="search" className="search-form" aria-label={t`Search`}>
      {/* What the address asks for is what the field shows, after going back too. */}
      <input
        key={q}
        className="input"
        type="search"
        name="q"
        defaultValue={q}
        maxLength={200}
        aria-label={t`Words or a reference`}
        aria-describedby="search-help"
      />
      {kind && <HiddenField name="kind" value={kind} />}
      <button className="button solid">
        <Trans>Search</Trans>
      </button>
      <p className="hint" id="search-help">
        <Trans>
          Words or a reference such as LOB-3 or S-12, in any of the four languages, with or without accents.
        </Trans>
      </p>
    </Form>
  );
}
