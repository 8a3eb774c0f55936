/** Printing the page one is on. */

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerPrint(root, { signal }) {
  for (const button of root.querySelectorAll("[data-print]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", () => print(), { signal });
  }
}
