/** Tables that sort: by a press on a heading that says it can, by what its cells say in `data-value`. Readable without. */

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerSorting(root, { signal }) {
  for (const table of root.querySelectorAll("table[data-sortable]")) {
    const headings = [...table.querySelectorAll("thead th")];
    headings.forEach((heading, column) => {
      if (!heading.hasAttribute("data-sort")) return;
      const button = root.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sortBy(table, { headings, heading, column }), { signal });
    });
  }
}

/** @param {Element} table @param {{headings: Element[], heading: Element, column: number}} by */
function sortBy(table, { headings, heading, column }) {
  const down = heading.getAttribute("aria-sort") === "ascending";
  for (const other of headings) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.querySelector("tbody");
  const order = orderOf(heading.getAttribute("data-sort") ?? "", heading.ownerDocument.documentElement.lang);
  const rows = [...(body?.children ?? [])].map((row) => ({ row, value: valueOf(row, column) }));
  rows.sort((one, other) => (down ? order(other.value, one.value) : order(one.value, other.value)));
  body?.append(...rows.map(({ row }) => row));
}

/** @param {string} kind @param {string} language @returns {(one: string, other: string) => number} */
function orderOf(kind, language) {
  if (kind === "number") return (one, other) => Number(one) - Number(other);
  return new Intl.Collator(language || undefined).compare;
}

/** @param {Element} row @param {number} column */
function valueOf(row, column) {
  return row.children[column]?.getAttribute("data-value") ?? "";
}
