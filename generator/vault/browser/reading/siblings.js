/**
 * The other portfolios that the same words open, to change over without typing them again.
 *
 * @typedef {{label: string, address: string}} Sibling
 */

/**
 * Shows the list where the page has a place for it, else on the entry page above everything else.
 *
 * @param {readonly Sibling[]} siblings
 * @param {{heading: string, isEntry: boolean}} with_
 */
export function showSiblings(siblings, { heading, isEntry }) {
  if (siblings.length === 0) return;
  const places = document.querySelectorAll("[data-siblings]");
  for (const place of places) {
    place.replaceChildren(listOf(siblings, heading));
    place.removeAttribute("hidden");
    // The place may stand inside a menu that is empty without it.
    place.closest("[data-siblings-menu]")?.removeAttribute("hidden");
  }
  if (places.length === 0 && isEntry) (document.querySelector("main") ?? document.body).prepend(listOf(siblings, heading));
}

/** @param {readonly Sibling[]} siblings @param {string} heading @returns {HTMLElement} */
function listOf(siblings, heading) {
  const list = document.createElement("ul");
  for (const { label, address } of siblings) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = label;
    link.dir = "auto";
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  const around = document.createElement("nav");
  around.className = "siblings-list";
  around.setAttribute("aria-label", heading);
  around.append(list);
  return around;
}
