/**
 * A page's own state in the address, so that coming back or keeping a link brings it back.
 *
 * The sealed site writes `#/timeline#show=…`, plain pages `#show=…`: it is what follows the last `#`.
 */

const NAME = "show=";

/** @returns {string[]} what was chosen, empty where nothing was */
export function chosenInAddress() {
  const last = location.hash.slice(location.hash.lastIndexOf("#") + 1);
  if (!last.startsWith(NAME)) return [];
  return last.slice(NAME.length).split(",").filter(Boolean).map(decodeURIComponent);
}

/** @param {readonly string[]} chosen */
export function keepInAddress(chosen) {
  const [page = ""] = /^#\/[^#]*/.exec(location.hash) ?? [];
  const state = chosen.length ? `#${NAME}${chosen.map(encodeURIComponent).join(",")}` : "";
  history.replaceState(history.state, "", page + state || location.pathname + location.search);
}
