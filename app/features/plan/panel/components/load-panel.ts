/** Loads the panel. By a step of its own, so that a board need not name the many scripts that the panel consists of. */
export const loadActionPanel = () => import("./action-panel.tsx").then(({ ActionPanel }) => ActionPanel);
