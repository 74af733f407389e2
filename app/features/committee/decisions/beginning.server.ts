import { eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import type { Submitted } from "~/features/core/forms.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import type { Database } from "~db/connection.ts";
import { decisions } from "~db/schema/committee.ts";
import { valuesOf } from "./form.server.ts";
import { beginningSchema } from "./schemas.ts";

/**
 * What the form of a new decision begins with: the action or suggestion from whose page one comes, or the earlier decision
 * that it looks at again. 3 statements at most.
 */
export function beginningOf(db: Database, query: URLSearchParams, language: Language): Submitted {
  const { action, suggestion, revisits } = beginningSchema.parse({
    action: query.get("action"),
    suggestion: query.get("suggestion"),
    revisits: query.get("revisits"),
  });
  const earlier = revisits && db.select().from(decisions).where(eq(decisions.id, revisits)).get();
  if (earlier) {
    const { text, language: written, refs, suggestions, doer, doerNetwork } = valuesOf(db, earlier);
    return {
      text: text ?? "",
      language: written ?? language,
      refs: refs ?? "",
      suggestions: suggestions ?? "",
      doer: doer ?? "",
      doerNetwork: doerNetwork ?? "",
      revisits: String(earlier.id),
    };
  }
  return { language, refs: action ?? "", suggestions: suggestion ? suggestionName(suggestion) : "" };
}
