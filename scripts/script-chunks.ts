/* Which modules the browser gets together in one script. */

/** What every page loads in any case. In one chunk each it is lighter than in twenty, and asked for with fewer requests. */
const LIBRARIES =
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run|@lingui)\//;
/** Its modules may import none that draws the messages of another chunk: tests/unit/core/message-chunks.test.ts (docs/decisions/0008). */
const FRAME =
  /\/app\/(domain|http\/(document|title|remix-internals)|i18n\/(browser|languages)|ui\/(chip|fold|follow-button|format|hidden-fields?|hydrated|labels|lazy|lost-line|notice|pages|register-names|select|table-files|text-language|toast-close|typed-text)|features\/(plan\/(actions\/stage|panel\/address)|core\/(references|live\/use-live)))\.tsx?$|vite\/preload-helper/;
/** The lines of a history, which are shown together wherever they are. */
const HISTORY =
  /\/app\/features\/core\/history\/components\/(event-line|event-sentence|field-change|field-names|latest|word-diff)\.tsx?$/;
/** What every page needs on which things are moved. */
const MOVING = /\/app\/ui\/(use-kept-focus|use-kept-place|use-sent-changes|sent-form)\.tsx?$/;

const SCRIPTS: Record<string, RegExp> = { libraries: LIBRARIES, frame: FRAME, history: HISTORY, moving: MOVING };

/** Returns the script into which a module goes; undefined where Rollup decides. */
export function scriptOf(id: string): string | undefined {
  return Object.keys(SCRIPTS).find((name) => SCRIPTS[name]?.test(id));
}
