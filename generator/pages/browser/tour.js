/** Walking through the showcase together: one piece at a time, with the reasons beside it. */

import { written } from "./numbers.js";

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerTour(root, { signal }) {
  const picks = root.querySelector("[data-tour]");
  const start = root.querySelector("[data-tour-start]");
  const bar = root.querySelector("[data-tour-bar]");
  if (!(picks instanceof HTMLElement) || !start || !bar) return;
  const stops = [...picks.children];
  const said = bar.querySelector("[role=status]");

  /** @param {Element | undefined} stop none ends the tour */
  const go = (stop) => {
    picks.toggleAttribute("data-touring", stop !== undefined);
    bar.toggleAttribute("hidden", stop === undefined);
    start.toggleAttribute("hidden", stop !== undefined);
    for (const one of stops) one.toggleAttribute("data-here", one === stop);
    if (!stop) return;
    if (said) {
      said.textContent = (picks.dataset["tourStatus"] ?? "")
        .replace("{number}", written(stops.indexOf(stop) + 1))
        .replace("{total}", written(stops.length));
    }
    const heading = stop.querySelector("h2");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "start" });
  };

  start.removeAttribute("hidden");
  start.addEventListener("click", () => go(stops[0]), { signal });
  bar.querySelector("[data-tour-end]")?.addEventListener("click", () => go(undefined), { signal });
  picks.addEventListener(
    "click",
    (event) => {
      const step = event.target instanceof Element ? event.target.closest("[data-tour-step]") : null;
      if (!step) return;
      // A step is not a place to come back to, so it stays out of the history.
      event.preventDefault();
      const place = stops.findIndex((stop) => stop.contains(step));
      const forward = !step.parentElement?.firstElementChild?.isSameNode(step) || place === 0;
      go(stops[place + (forward ? 1 : -1)]);
    },
    { signal },
  );
}
