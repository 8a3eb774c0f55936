/** After a page came in: where the reader stands, for eyes and for a screen reader. */

/**
 * @param {{anchor: string, scroll: number | undefined}} arrival `scroll` for a page visited before
 * @returns {boolean} whether there was something to focus, so that a screen reader speaks by itself
 */
export function settleOn({ anchor, scroll }) {
  const aim = anchor ? document.getElementById(anchor) : null;
  const focus = aim ?? document.querySelector("main h1, h1");
  if (focus instanceof HTMLElement) {
    const focusable = focus.matches("a[href], button, input, select, textarea, summary, [tabindex]");
    if (!focusable) {
      focus.tabIndex = -1;
      // Nothing can be done with a heading; the ring would only puzzle.
      focus.style.outline = "none";
    }
    focus.focus({ preventScroll: true });
  }
  if (scroll !== undefined) scrollTo({ top: scroll, behavior: "instant" });
  else if (aim) aim.scrollIntoView({ behavior: "instant" });
  else scrollTo({ top: 0, behavior: "instant" });
  return focus !== null;
}
