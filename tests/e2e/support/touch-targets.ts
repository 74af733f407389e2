import type { Page } from "@playwright/test";

/** What is tapped, with what is measured of it. */
const TARGETS = "a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button]";

/**
 * Returns what is too low for a finger on a page, each as `24 px: a "All of them" in .tools`. Asked is what answers at the
 * point, as a finger does, not what a box claims: 44 px, and for a link within running text 24 (WCAG 2.5.8). A box that is ticked
 * counts with its label. The window must be as high as the page, since only what is in it answers.
 */
export function lowTargets(page: Page): Promise<string[]> {
  return page.evaluate((targets) => {
    const seen = new Set<string>();
    const whole = (element: Element) => element.closest("label") ?? element.closest(targets);
    const blockOf = (element: Element) => {
      let block = element.parentElement;
      while (block && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
      return block;
    };
    const text = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/[\s\d.,;:·…()]+/g, "");
    for (const element of document.querySelectorAll(targets)) {
      const target = element.matches("input[type=checkbox], input[type=radio]") ? whole(element) : element;
      const style = getComputedStyle(element);
      if (!target || style.visibility !== "visible") continue;
      const [box] = target.getClientRects();
      if (!box || box.width < 4 || box.height < 4) continue;
      const x = box.left + Math.min(box.width / 2, 60);
      const y = box.top + box.height / 2;
      const answers = (offset: number) => {
        const hit = document.elementFromPoint(x, y + offset);
        return hit !== null && (target.contains(hit) || whole(hit) === target);
      };
      // What another box hides, as an open menu does, or a box that scrolls has moved away is not there to be tapped, nor is a part of it.
      const inside = box.height / 2 - 1;
      if (!answers(0) || (box.height >= 44 && !(answers(-inside) && answers(inside)))) continue;
      const inText =
        getComputedStyle(target).display === "inline" && text(blockOf(target)).length > text(target).length;
      const least = inText ? 24 : 44;
      let height = 1;
      // Each point costs a hit test: what is high enough is not measured further.
      for (const way of [-1, 1])
        for (let step = 1; step < 30 && height < least - 1 && answers(way * step); step += 1) height += 1;
      if (height >= least - 1) continue;
      const name = element.textContent?.trim().slice(0, 30) || element.getAttribute("name") || "";
      const around = element.parentElement;
      const place = [around, around?.parentElement, around?.parentElement?.parentElement]
        .map((one) => `${one?.localName ?? ""}${one?.className ? `.${one.className.split(" ")[0]}` : ""}`)
        .reverse()
        .join(" > ");
      seen.add(`${height} px: ${place} > ${element.localName} "${name}"`);
    }
    return [...seen];
  }, TARGETS);
}
