/** Whether the single keys work: a person can switch them off (WCAG 2.1.4), which the document says. */
export function singleKeysOn(): boolean {
  return document.documentElement.dataset.keys !== "off";
}
