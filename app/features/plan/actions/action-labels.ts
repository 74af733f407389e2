/* The labels of actions: free tags. Pure. */

export const LABEL_MOST = 30;
export const LABELS_MOST = 10;

/** What makes two labels the same: upper and lower case do not tell them apart. */
export const labelKey = (label: string): string => label.toLowerCase();

/** Puts labels in alphabetical order, each once: of several spellings the first stands. */
export function sortedLabels(labels: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const label of labels) if (!byKey.has(labelKey(label))) byKey.set(labelKey(label), label);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, label]) => label);
}

/** Reads labels as people type them: with commas, semicolons or lines between them. */
export function labelsIn(text: string): string[] {
  return sortedLabels(
    text
      .split(/[,;\r\n]/)
      .map((label) => label.trim().replace(/\s+/g, " "))
      .filter(Boolean),
  );
}

/** Returns labels with others added and others taken away. */
export function changedLabels(
  labels: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): string[] {
  const gone = new Set(removed.map(labelKey));
  return sortedLabels([...labels.filter((label) => !gone.has(labelKey(label))), ...added]);
}
