import { LiveShortcuts } from "~/features/core/keyboard/components/live-shortcuts.tsx";
import type { LiveShortcutsProps } from "~/features/core/keyboard/components/shortcuts.tsx";

/** What a key does to an action belongs to the plan. */
const stageChange = () =>
  import("~/features/plan/panel/components/stage-by-key.tsx").then(({ stageByKey }) => stageByKey);

/** The shortcuts with what the areas bring to them. Loaded at the first key. */
export function AllShortcuts(props: LiveShortcutsProps) {
  return <LiveShortcuts {...props} stageChange={stageChange} />;
}
