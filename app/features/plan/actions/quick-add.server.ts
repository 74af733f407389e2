import { z } from "zod";
import { type Board, isOneOf, type Level, type NetworkKind, type Stage } from "~/domain.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { mayWorkOn, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { problemCode } from "~/features/core/schemas.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { linkMissing } from "~/features/plan/subsidiarity/rule.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { createAction } from "./mutations.server.ts";
import { TITLE_MOST } from "./schemas.ts";
import { FIRST_STAGES } from "./stage.ts";

/* An action from its title alone: how it is filed follows from who enters it, and where on the board. */

/** Of a network that leads an action, the level on which that action works as long as nobody says otherwise. */
const LEVEL_OF: Record<NetworkKind, Level> = {
  international: "international",
  continental: "continental",
  national: "national",
  organisation: "national",
};

const quickAddSchema = z.object({
  stage: z.enum(FIRST_STAGES, problemCode("not-a-choice")),
  title: z
    .string(problemCode("title-missing"))
    .trim()
    .min(1, problemCode("title-missing"))
    .max(TITLE_MOST, problemCode("title-too-long")),
});

/** What a title that was entered came to. */
export type QuickAdded =
  | { outcome: "added"; http: 200; stage: Stage; ref: string; title: string }
  | { outcome: "invalid"; http: 422; stage: Stage; problems: Record<string, ProblemCode>; submitted: Submitted };

type Context = Pick<SignedInVisit, "viewer" | "networks">;

/** Returns the stages of a board in which the viewer can enter an action by its title: none where they may add nothing. */
export function quickAddStages(context: Context, board: Board): Stage[] {
  const lead = ownNetwork(context);
  if (!lead || !mayWorkOn(context.viewer, { board, lead })) return [];
  const level = LEVEL_OF[lead.kind];
  return FIRST_STAGES.filter((stage) => !linkMissing(null, { level, stage }, false));
}

/**
 * Enters an action from the form at the foot of a column: written in the viewer's language, led by their own network.
 *
 * @returns null when the form is none of ours
 * @throws Refusal 403 where the viewer may enter nothing on that board
 */
export function quickAddByForm(
  visit: Context & Pick<SignedInVisit, "db" | "by" | "language">,
  board: Board,
  form: FormData,
): QuickAdded | null {
  if (form.get("intent") !== "add") return null;
  const stages = quickAddStages(visit, board);
  const lead = ownNetwork(visit);
  if (!lead || stages.length === 0) throw new Refusal(403, `${visit.viewer.id} may enter nothing on ${board}.`);
  const parsed = parseForm(quickAddSchema, form);
  const problems: Record<string, ProblemCode> = parsed.ok ? {} : parsed.problems;
  if (parsed.ok && !stages.includes(parsed.value.stage)) problems.stage = "link-missing";
  if (!parsed.ok || Object.keys(problems).length > 0) {
    const wanted = form.get("stage");
    const stage = isOneOf(FIRST_STAGES, wanted) ? wanted : FIRST_STAGES[0];
    return { outcome: "invalid", http: 422, stage, problems, submitted: submittedIn(form) };
  }
  const { stage, title } = parsed.value;
  const { ref } = createAction(visit.db, visit.by, visit.viewer, {
    board,
    stage,
    priority: "normal",
    level: LEVEL_OF[lead.kind],
    lead: lead.id,
    partners: [],
    principles: [],
    start: null,
    due: null,
    sourceLanguage: visit.language,
    origin: "direct",
    texts: { [visit.language]: { title, description: "", expectedResult: "" } },
  });
  return { outcome: "added", http: 200, stage, ref, title };
}

/** The viewer's own network, while it works. */
function ownNetwork({ viewer, networks }: { viewer: Viewer } & Pick<Context, "networks">) {
  return networks.find(({ id, closedOn }) => id === viewer.networkId && !closedOn);
}
