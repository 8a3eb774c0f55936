/** Oldest first instead of newest first: the same entries, turned round where they stand. */

/** @param {HTMLElement} timeline with a run of parts, months and entries, all newest first or all oldest first */
export function turnRound(timeline) {
  for (const list of timeline.querySelectorAll(".entries")) turn(list, ".entry");
  for (const part of timeline.querySelectorAll(".term")) turn(part, ".month");
  const run = timeline.querySelector(".timeline-run");
  // Themes and skills have an order of their own; only time can be turned.
  if (run && !timeline.hasAttribute("data-parts-stay")) turn(run, ".term");
}

/** @param {Element} parent @param {string} selector */
function turn(parent, selector) {
  parent.append(...[...parent.children].filter((child) => child.matches(selector)).reverse());
}
