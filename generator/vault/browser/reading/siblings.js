/**
 * The other portfolios that the same words open, to change over without typing them again.
 *
 * @typedef {{label: string, address: string}} Sibling
 */

/**
 * Shows them behind a small menu where the page has a place for it, else as a list above the entry page.
 *
 * @param {readonly Sibling[]} siblings
 * @param {{heading: string, change: string, isEntry: boolean}} with_
 */
export function showSiblings(siblings, { heading, change, isEntry }) {
  if (siblings.length === 0) return;
  const places = document.querySelectorAll("[data-siblings]");
  for (const place of places) {
    const summary = document.createElement("summary");
    summary.textContent = change;
    const menu = document.createElement("details");
    menu.append(summary, listOf(siblings));
    place.replaceChildren(landmark(heading, menu));
    place.removeAttribute("hidden");
  }
  if (places.length === 0 && isEntry) {
    const said = document.createElement("p");
    said.textContent = heading;
    (document.querySelector("main") ?? document.body).prepend(landmark(heading, said, listOf(siblings)));
  }
}

/** @param {readonly Sibling[]} siblings @returns {HTMLUListElement} */
function listOf(siblings) {
  const list = document.createElement("ul");
  for (const { label, address } of siblings) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = label;
    // A name, in whatever language.
    link.dir = "auto";
    link.lang = "";
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

/** @param {string} heading @param {...Element} content @returns {HTMLElement} */
function landmark(heading, ...content) {
  const around = document.createElement("nav");
  around.className = "siblings-list";
  around.setAttribute("aria-label", heading);
  around.append(...content);
  return around;
}
